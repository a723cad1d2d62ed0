import { z } from 'zod'
import type { SettingsParts } from '../channel.ts'

const ORIGINS_MAX = 50
const SECRET_CHARS_MIN = 8

/** `https://shop.example`: scheme, host and port as a browser sends them, nothing below. */
const origin = z
  .string()
  .trim()
  .max(300)
  .refine(isOrigin, { message: 'must be a web address without a path' })
  .transform((value) => new URL(value).origin)

/** What an owner types in to put the chat on a website. */
export const webChatSettings = z.strictObject({
  /** the websites that may show the chat; the company's own chat page always may */
  allowedOrigins: z.array(origin).max(ORIGINS_MAX),
  /** shared with the website's server, which signs who is logged in there */
  identitySecret: z.string().trim().min(SECRET_CHARS_MIN).max(500).optional(),
})

export type WebChatSettings = z.infer<typeof webChatSettings>

export function toParts({ allowedOrigins, identitySecret }: WebChatSettings): SettingsParts {
  const origins = [...new Set(allowedOrigins)]
  const host = origins[0] && new URL(origins[0]).host
  return {
    externalId: null,
    config: { allowedOrigins: origins },
    secrets: { identitySecret },
    hasOwnSecret: true,
    name: host ? `Web chat ${host}` : 'Web chat',
  }
}

function isOrigin(value: string): boolean {
  if (!URL.canParse(value)) return false
  const url = new URL(value)
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:'
  const isBare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return isWeb && isBare
}
