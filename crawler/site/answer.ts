/** What a made-up site answers: a whole response as plain data, with the headers that conditional requests live by. */
import { createHash } from 'node:crypto'
import { encodeHtml } from './encode.ts'
import type { Site } from './load-sites.ts'

export interface Answer {
  status: number
  headers: Record<string, string>
  body: Uint8Array
}

/** By file ending; what is not here is sent as plain bytes. */
const FILE_TYPES: Record<string, string> = {
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  et: 'application/vnd.ms-excel',
  html: 'text/html',
  jpg: 'image/jpeg',
  ofd: 'application/ofd',
  pdf: 'application/pdf',
  png: 'image/png',
  rar: 'application/vnd.rar',
  txt: 'text/plain',
  wps: 'application/vnd.ms-works',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
}

function found(type: string, body: Uint8Array, changed: Date): Answer {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  return { status: 200, headers: { 'content-type': type, etag, 'last-modified': changed.toUTCString() }, body }
}

/** A page in the bytes of its site; the header names the encoding only if the site does. */
export function pageAnswer(site: Site, html: string, changed: Date): Answer {
  const said = site.declare === 'header' || site.declare === 'both'
  return found(said ? `text/html; charset=${site.encoding}` : 'text/html', encodeHtml(html, site.encoding), changed)
}

/** JSON, XML, robots.txt: always UTF-8. */
export function textAnswer(type: string, text: string, changed: Date): Answer {
  return found(`${type}; charset=utf-8`, new TextEncoder().encode(text), changed)
}

/** `name` is what a reader should save it as. */
export function fileAnswer(name: string, file: string, body: Uint8Array, changed: Date): Answer {
  const type = FILE_TYPES[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream'
  const answer = found(type, body, changed)
  answer.headers['content-disposition'] = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`
  return answer
}

export function movedAnswer(location: string): Answer {
  return plainAnswer(301, '301 Moved Permanently', { location })
}

export function plainAnswer(status: number, text: string, headers: Record<string, string> = {}): Answer {
  const body = new TextEncoder().encode(
    `<html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>\n`,
  )
  return { status, headers: { 'content-type': 'text/html', ...headers }, body }
}

/** The worst habit of old software: an error said with 200 and a page. */
export function brokenAnswer(site: Site, changed: Date): Answer {
  const text = '系统提示：对不起，您访问的页面出现错误，请稍后再试或联系管理员。'
  const html = `<html><head><title>出错了</title></head><body><div class="error"><h2>出错了</h2><p>${text}</p><p><a href="/">返回首页</a></p></div></body></html>\n`
  return pageAnswer(site, html, changed)
}
