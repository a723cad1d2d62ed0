export const EMAIL_PATTERN = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu
/** With a scheme, with www, or a name under a usual top level. */
export const LINK_PATTERN =
  /(?<![\p{L}\d@])(?:(?:[a-z][a-z0-9+.-]*:\/\/|javascript:|data:|www\.)[^\s<>()"'`\]]+|(?:[a-z0-9-]+\.)+(?:com|org|net|co|io|app|shop|store|info|biz|me|ly|link|site|online|xyz|top|club|dev|ai|africa|example|test|(?:co|or|go|ac|ne)\.[a-z]{2}|ke|tz|ug|rw|ng|za|gh|uk|us|eu|de|fr|ru|cn|in)(?![\p{L}\d-])(?:[/:?#][^\s<>()"'`\]]*)?)/giu
/** Nine digits or more, however they are parted. */
export const PHONE_PATTERN = /(?<![\p{L}\d.,])\+?\(?\d(?:[\s()./-]{0,2}\d){8,14}(?!\d)/gu

/** The digits that tell a line in whatever country it is dialled from. */
const LINE_DIGITS = 9

export function toPhoneKey(written: string): string {
  return `p:${written.replace(/\D/g, '').slice(-LINE_DIGITS)}`
}

export function toEmailKey(written: string): string {
  return `e:${written.toLowerCase().replace(/\.+$/, '')}`
}

/** Host and path without scheme, www and what closes a sentence. */
export function toLinkKey(written: string): string {
  const clean = written
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[.,;:!?]+$/, '')
    .replace(/\/+$/, '')
  return `l:${clean}`
}

/** A named page names its host as well. */
export function toHostKey(linkKey: string): string {
  return linkKey.replace(/[/?#].*$/, '')
}
