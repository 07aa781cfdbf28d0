/** A page on its way in: fetched, decoded, read. Everything here is plain data, so readers stay pure. */
import type { Attachment, DateOrigin, Evidence } from './item.ts'

/** Bytes as a server sent them. Header names are lower case. */
export interface RawPage {
  url: string
  status: number
  headers: Record<string, string>
  body: Uint8Array
  fetchedAt: string
}

/** A decoded page. `text` has no BOM; `encoding` is a label of the Encoding Standard. */
export interface Page {
  url: string
  /** Media type without parameters, lower case; '' when unknown. */
  contentType: string
  encoding: string
  text: string
  fetchedAt: string
}

/** A link on a list that looks like an item. */
export interface Candidate {
  url: string
  title: string
  /** `YYYY-MM-DD` or ISO with offset, as far as the list says. */
  date?: string
  /** True when the address is on another host than the list. */
  external?: boolean
}

export interface ReadList {
  items: Candidate[]
  /** Address of the next page of the list. */
  next?: string
  /** Other pages that belong to the list: the children of a sitemap index. */
  more?: string[]
  /** Why these links: family or rule, and the score. */
  evidence: Evidence
}

/** What reading (not yet understanding) makes of an article page. */
export interface Article {
  url: string
  title: string
  publishedAt?: string
  dateOrigin?: DateOrigin
  source?: string
  author?: string
  /** Plain text, paragraphs split by \n. */
  body: string
  /** Sanitised, absolute addresses. */
  bodyHtml: string
  images: string[]
  attachments: Attachment[]
  /** Tables of the body, cells with row and column spans written out. */
  tables: TextTable[]
  /** Address of the next part where an article is split over pages of one host. */
  nextPart?: string
  evidence: Evidence
}

/** rows[r][c]: plain text; spanned cells are repeated in every place they cover. */
export interface TextTable {
  caption?: string
  rows: string[][]
  /** Address of the attachment that the table stands in; absent for a table of the page. */
  file?: string
  /** Name of that file as its link gives it. */
  fileName?: string
  sheet?: string
  /** Parallel to `rows`, from 1, as a spreadsheet shows them. */
  rowNumbers?: number[]
}

/** Why nothing, or not everything, could be read out of a file. */
export type AttachmentProblem = 'password' | 'broken' | 'too_large' | 'hostile' | 'foreign' | 'no_table'

/** What the bytes of an attachment hold. */
export interface OpenedAttachment {
  /** By content, never by name: xls xlsx et csv docx doc wps pdf html zip rar ofd image unknown. */
  type: string
  tables: TextTable[]
  /** Running text, paragraphs split by \n; '' where the file has none. */
  text: string
  problem?: AttachmentProblem
  detail?: string
}
