/** What a file turned out to be, by its bytes. */
export type DocumentKind = 'pdf' | 'docx' | 'xlsx' | 'html' | 'csv' | 'text'

/** Why a file or page cannot be read. Each has a sentence that says what to do. */
export const readFailures = [
  ...(['encrypted', 'broken', 'scanned', 'empty', 'unsupported', 'unsafe'] as const),
  ...(['too_long', 'too_many_pages', 'unpacks_too_large', 'too_complex', 'timeout'] as const),
] as const
export type ReadFailure = (typeof readFailures)[number]

export type FileToRead = { kind: 'file'; bytes: Uint8Array; name: string }
export type PageToRead = {
  kind: 'page'
  bytes: Uint8Array
  /** where it was found in the end */
  url: string
  charset: string | undefined
}

export type FileRead =
  | {
      ok: true
      kind: DocumentKind
      /** headings marked with `#`, a form feed between pages */
      text: string
      /** null where the format has no pages of its own */
      pages: number | null
    }
  | { ok: false; reason: ReadFailure }

export type PageRead =
  | {
      ok: true
      title: string
      /** what the page says, without menus and footers */
      text: string
      language: string | null
      /** the address it wants to be known by, when that is another one of the same site */
      canonical: string | null
      /** addresses on the same site that it leads to, whole */
      links: string[]
      mayIndex: boolean
      mayFollow: boolean
    }
  | { ok: false; reason: ReadFailure }

/** Ends the reading with a reason; thrown by the readers of single formats. */
export class ReadError extends Error {
  override name = 'ReadError'
  readonly reason: ReadFailure
  constructor(reason: ReadFailure) {
    super(reason)
    this.reason = reason
  }
}

/** The most text that one source may hold. */
export const TEXT_CHARACTERS_MAX = 2_000_000
/** Between two pages, on a line of its own. */
export const PAGE_BREAK = '\f'

/** Text without controls (line ends, tabs and page breaks stay) and with at most one empty line. */
export function tidyText(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\u00a0\t ]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (plain.length > TEXT_CHARACTERS_MAX) throw new ReadError('too_long')
  return plain
}
