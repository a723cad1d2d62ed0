import { clip } from '#app/ai/prompt/text.ts'

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060\ufeff]/g
const LINK = /\b(?:https?:\/\/|www\.|javascript:|data:)[^\s<>()"'`\]]+/gi

/**
 * What a model wrote as plain chat text: no HTML, no Markdown, no pictures by address, and
 * links as they are. Channels show it as text; this keeps the marks from showing too.
 */
export function toPlainReply(reply: string): string {
  return reply
    .replace(CONTROLS, '')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\]\((https?:\/\/[^)\s]+)\)/gi, '$1 ($2)')
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*\n]+)\*\*/g, '$1')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * Whether a reply sends the customer to a host that the company never named. A made-up or
 * smuggled link does harm that no confidence outweighs.
 */
export function hasForeignLink(reply: string, known: string[]): boolean {
  const knownText = known
    .join('\n')
    .toLowerCase()
    .replace(/\bwww\./g, '')
  return (reply.match(LINK) ?? []).some((link) => !namesHost(knownText, hostOf(link)))
}

/** The whole host, not a piece of a longer one. */
function namesHost(text: string, host: string): boolean {
  const literal = host.replace(/[^a-z0-9-]/g, '\\$&')
  return new RegExp(`(?<![a-z0-9.-])${literal}(?![a-z0-9-]|\\.[a-z0-9])`).test(text)
}

function hostOf(link: string): string {
  return link
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '')
    .replace(/[.,;:!]+$/, '')
}

/** Cuts at the end of a sentence where there is one in the last third. */
export function fitReply(reply: string, charactersMax: number): string {
  if (reply.length <= charactersMax) return reply
  const head = reply.slice(0, charactersMax)
  const end = Math.max(head.lastIndexOf('. '), head.lastIndexOf('! '), head.lastIndexOf('? '))
  const isLate = end > (charactersMax * 2) / 3
  return isLate ? clip(head.slice(0, end + 1), charactersMax) : clip(reply, charactersMax)
}
