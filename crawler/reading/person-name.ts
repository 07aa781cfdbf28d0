/** Names of persons in the words that publishers put around them, and what is no person. */

const BEFORE =
  /^(?:(?:来源|來源|作者|记者|記者|文|author|source|written by|posted by|published by|reported by|story by|by|von|por|par|di|door|av|af|door|przez|автор|текст|作成者|執筆|글|기자)(?:\s*[:：]\s*|\s+)|✍\s*|[-–—|•·]\s*)+/iu
const AFTER =
  /\s*(?:[|•·–—]|\s-\s|\bam\b|\bon\b|,?\s*(?:senior |staff |contributing |chief )?(?:editor|reporter|correspondent|contributor|writer|journalist)\b|\([^()]{3,}\)$).*$/iu

/** `Zeige alle Beiträge von NAME`, `Posted on September 21, 2020 by NAME`, `Autor: NAME`; `Anna von Berg` is a name. */
const LEADING =
  /^(?:.{0,30}\b(?:posts?|articles?|beiträge|beitrag|artikel|posted|published|written|created|veröffentlicht|geschrieben|verfasst|erstellt|publié|écrit|publicado|escrito|pubblicato|scritto|geplaatst|geschreven)\b.{0,40}?\b(?:by|von|par|por|da|de|door)\s+|.{0,40}?(?:autor|autorin|auteur|autore|author|text|von|by)\s*[:：]\s*)(?=\p{L})/iu
/** `Gastautorin NAME`, `ZEITUNG-Experte NAME`. */
const ROLE =
  /^(?:[\p{L}-]+-)?(?:expert(?:e|in)|redakteur(?:in)?|korrespondent(?:in)?|reporter(?:in)?|(?:gast)?autor(?:in)?|correspondent|editor|columnist|journalist(?:e|in)?)\s+(?=\p{Lu})/iu

/** The name alone. */
export function withoutWords(value: string): string {
  const name = value.replace(BEFORE, '').replace(/→\s*$/, '')
  return /\p{sc=Han}/u.test(name) ? name : name.replace(LEADING, '').replace(ROLE, '').replace(AFTER, '')
}

export function isFirstNameOnly(name: string): boolean {
  return /^\p{Lu}\p{Ll}+$/u.test(name)
}

/** Roles, firms, calls to read on. */
export function isNoPerson(name: string): boolean {
  if (/^(?:admin|administrator|editor|webmaster|redaktion|管理员|编辑)$/i.test(name)) return true
  return /^(?:published|posted|updated|zuletzt|veröffentlicht|aktualisiert|geschrieben|modified)\b|\d{4}|\b(?:gmbh|ltd|inc|llc|s\.?a\.?|ag|e\.\s?v)\b\.?$|^(?:more|view|all|read|follow|share|comments?|about|skip)\b|\.(?:com|cn|net|org|de|at|ch)\b/i.test(
    name,
  )
}
