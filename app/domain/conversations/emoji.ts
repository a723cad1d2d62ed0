/** One picture sign: joined families, skin tones, flags and keycaps are one each. */
const EMOJI =
  /^(?:\p{RI}\p{RI}|[#*0-9]\uFE0F?\u20E3|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod})?[\u{E0020}-\u{E007F}]*(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{EMod})?)*)$/u

/** Says how the sign before it is drawn; vendors leave it out or not. */
const VARIATION = /\uFE0F/g

const CHARS_MAX = 32

/** Whether a text is exactly one emoji: a reaction is nothing else. */
export function isEmoji(text: string): boolean {
  return text.length <= CHARS_MAX && EMOJI.test(text)
}

/** Without what only says how it is drawn: two spellings of one emoji become the same. */
export function toPlainEmoji(emoji: string): string {
  return emoji.replace(VARIATION, '')
}
