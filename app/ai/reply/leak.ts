import type { ModelPrompt } from '#app/ai/model/client.server.ts'

/** Letters and digits of an instruction in a row that are no ordinary language any more. */
const QUOTED_CHARACTERS_MIN = 48
const STEP = 8
const BASE64 = /[A-Za-z0-9+/_-]{16,}={0,2}/g
const HEX = /(?:[0-9a-f]{2}[\s:]?){12,}/gi
const INSTRUCTIONS = /^(?:Rules|Limits|Always|Never):\n/

/**
 * Whether a reply holds what only the prompt knows: its reference, or a piece of an instruction.
 * Looked for as written, backwards, by rot13, and in base64 and hexadecimal; spaces, marks and
 * case make no difference.
 */
export function leaksPrompt(reply: string, prompt: ModelPrompt): boolean {
  const views = toViews(reply)
  const holds = (piece: string) => views.some((view) => view.includes(piece))
  if (prompt.reference && holds(squeeze(prompt.reference))) return true
  return toInstructions(prompt).some((line) => toPieces(line).some(holds))
}

/** What the parts of a prompt that give orders say, a line each. */
export function toInstructions({ stableSystem }: ModelPrompt): string[] {
  const parts = stableSystem.split('\n\n').filter((part) => INSTRUCTIONS.test(part))
  return parts.flatMap((part) => part.split('\n').slice(1)).map(squeeze)
}

/** Overlapping pieces, so that a quote is found wherever it begins; a short line is free. */
function toPieces(line: string): string[] {
  const pieces: string[] = []
  for (let at = 0; at + QUOTED_CHARACTERS_MIN <= line.length; at += STEP) {
    pieces.push(line.slice(at, at + QUOTED_CHARACTERS_MIN))
  }
  return pieces
}

function toViews(reply: string): string[] {
  const plain = squeeze(reply)
  const decoded = [
    ...(reply.match(BASE64) ?? []).map((found) => Buffer.from(found, 'base64').toString('utf8')),
    ...(reply.match(HEX) ?? []).map((found) =>
      Buffer.from(found.replace(/[\s:]/g, ''), 'hex').toString('utf8'),
    ),
  ]
  return [plain, [...plain].toReversed().join(''), rot13(plain), squeeze(decoded.join(' '))]
}

function rot13(text: string): string {
  return text.replace(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97),
  )
}

function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}
