/** The words of a story for comparing: without who says it, figures whole, signs left out. */
import { parseNumeral } from './numerals.ts'
import { withoutLeadIn } from './text.ts'

/** Lines and brackets that name who tells it (DOMAIN section 4), and ways to say that one heard of it. */
const CREDIT =
  /[（(](?:来源|记者|通讯员|图|文|编辑|责编|供稿|摄影|据)[^）)]{0,60}[）)]|(?:来源|责任编辑|编辑|审核|校对|监制|供稿|作者|记者|通讯员)\s*[:：][^\n。]{0,40}/gu
const HEARD =
  /^(?:近日|日前|昨日|今日|今天|昨天)?[,，]?\s*(?:本报|本网)?记者(?:昨日|近日|日前|今日)?从[^,，。]{2,24}(?:获悉|了解到|得知)[,，]?/u

/** Numbers of headings and lists say nothing of what happened. */
const NUMBERING =
  /(?<=^|[\n。：:；;])\s*(?:[（(][一二三四五六七八九十\d]{1,2}[）)]|[一二三四五六七八九十\d]{1,2}[、.．](?!\d))\s*/gu

/** `text`: folded. What is left is what happened. */
export function withoutFrame(text: string): string {
  const told = withoutLeadIn(withoutLeadIn(text).replace(HEARD, '')).replace(CREDIT, '').replace(HEARD, '')
  return told.replace(NUMBERING, '')
}

/** Ends a sentence. */
export const STOP = '。'

/** A figure with its point, colon or share; a number in Han; a word in Latin letters; one character, or a stop. */
const TOKEN = /。|\d+(?:[.,:：/%-]\d+)*%?|[〇零一二三四五六七八九十百千万亿两]+|[\p{Script=Latin}\p{M}]+|[\p{L}\p{N}]/gu

/** A number with its unit: 一千二百, 七十; 二〇二六 and 万一 are none. */
const NUMERAL = /^(?=.*[十百千万])[一二两三四五六七八九十][零一二两三四五六七八九十百千万]+$/u

/** One number is one token however it is written: 一千二百, 1,200 and 1200. */
const plainOf = (token: string): string =>
  NUMERAL.test(token) ? String(parseNumeral(token)) : token.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '')

export function tokensOf(text: string): string[] {
  return (text.replace(/[!?！？]|\.(?=\s|$)/gu, STOP).match(TOKEN) ?? []).map(plainOf)
}
