import { z } from 'zod'

/** What a visitor wrote, as it is kept raw before it is read: our own format, checked when made. */
export const writtenSchema = z.object({
  visitorId: z.number().int().positive(),
  /** who they are as a contact */
  externalId: z.string().min(1),
  /** the browser's own id of the message: a repeat is the same message */
  key: z.string(),
  text: z.string().nullable(),
  files: z.array(
    z.object({
      fileId: z.number().int().positive(),
      kind: z.enum(['image', 'video', 'audio', 'document', 'sticker']),
      name: z.string(),
      mimeType: z.string(),
      byteSize: z.number(),
    }),
  ),
  replyToProviderId: z.string().optional(),
  /** what they say of themselves; shown to staff, believed by nobody */
  claims: z.object({
    name: z.string().optional(),
    email: z.string().optional(),
    phone: z.string().optional(),
    page: z.string().optional(),
  }),
})

export type Written = z.infer<typeof writtenSchema>

/** Unique per endpoint: two visitors' browsers may come up with the same id. */
export function toProviderId(visitorId: number, key: string, index = 0): string {
  return index === 0 ? `v${visitorId}:${key}` : `v${visitorId}:${key}#${index}`
}

/** The browser's own id of a message, for the browser. */
export function keyOf(providerId: string | null): string | null {
  return /^v\d+:([^#]+)/.exec(providerId ?? '')?.[1] ?? null
}
