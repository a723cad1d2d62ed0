/** A place in a list: the sort value of the last row seen and its id. */
export type Cursor = { at: number; id: number }

/** Opaque to callers; two integers in base64url. */
export function encodeCursor(cursor: Cursor): string {
  return Buffer.from(`${cursor.at}.${cursor.id}`).toString('base64url')
}

/** @returns undefined when the text is no cursor of ours */
export function decodeCursor(text: string): Cursor | undefined {
  const match = /^(-?\d{1,15})\.(\d{1,15})$/.exec(Buffer.from(text, 'base64url').toString())
  return match ? { at: Number(match[1]), id: Number(match[2]) } : undefined
}
