/** How much of one file is looked at. A position table of a whole province has some 25,000 rows of 27 columns. */

/** All entries of an archive together, unpacked. */
export const MAX_UNPACKED_BYTES = 100_000_000
export const MAX_ENTRIES = 1_000
export const MAX_ROWS = 30_000
/** Rows behind the last one that is read, in which a cell proves that the sheet goes on; its declared size proves nothing. */
export const ROWS_PEEKED = 100
/** No position table is wider; a cell in column XFD is a slip of the hand or a trap. */
export const MAX_COLUMNS = 128
/** Of all tables of one file, spans written out. */
export const MAX_CELLS = 1_000_000
export const MAX_PAGES = 400
/** Files inside an archive that are opened. */
export const MAX_MEMBERS = 30
/** A busy machine needs some seconds more to start and end, and half a minute is what a file may take in all. */
export const KILL_AFTER_MS = 20_000
/** Of the thread that reads: with what lies outside its heap the process stays below 512 MB. */
export const HEAP_MB = 192
