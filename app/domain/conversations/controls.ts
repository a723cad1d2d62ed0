/** What no keyboard writes, line breaks and tabs apart; half letters cannot be stored as UTF-8. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu

/**
 * Words as they may be stored and shown. A page that held a control would not be the page that
 * the browser reads: HTML drops them.
 */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '')
}
