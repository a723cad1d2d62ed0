/** Controls, zero-width and direction marks: invisible to a person, a hiding place for orders. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** What a person wrote, without invisible characters and at most so long. */
export function toCleanText(text: string, charactersMax: number): string {
  return clip(text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim(), charactersMax)
}

/** The same on a single line, so that nothing inside can pass for a line of ours. */
export function toOneLine(text: string, charactersMax: number): string {
  return clip(text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim(), charactersMax)
}

/** Cuts to a length; half a surrogate pair goes, because vendors refuse bad Unicode. */
export function clip(text: string, charactersMax: number): string {
  if (text.length <= charactersMax) return text.replace(LONE_SURROGATE, '')
  return `${text.slice(0, charactersMax - 1)}…`.replace(LONE_SURROGATE, '')
}
