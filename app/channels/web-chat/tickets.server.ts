import { z } from 'zod'
import { decryptSecret, encryptSecret } from '#app/tenancy/secrets.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const PURPOSE = 'web-chat-file'
/** A page that stays open longer asks for its history again and gets new ones. */
const LIFE_MS = 24 * 3_600_000

/** `use`: an upload is the sender's to put into a message, a download is anybody's who was sent it. */
const ticket = z.object({
  use: z.enum(['upload', 'download']),
  endpointId: z.number().int(),
  visitorId: z.number().int(),
  fileId: z.number().int(),
  until: z.number(),
})

export type FileTicket = Omit<z.infer<typeof ticket>, 'until'>

/** Lets a visitor use one file, sealed with the company's key: an `<img>` can carry no header. */
export function makeTicket(db: TenantDb, facts: FileTicket): string {
  return encryptSecret(db, PURPOSE, JSON.stringify({ ...facts, until: Date.now() + LIFE_MS }))
}

/** @returns undefined when it is made up, another company's, for another use, or too old */
export function readTicket(
  db: TenantDb,
  text: string,
  expected: Pick<FileTicket, 'use' | 'endpointId'>,
): FileTicket | undefined {
  try {
    const { until, ...facts } = ticket.parse(JSON.parse(decryptSecret(db, PURPOSE, text)))
    const fits = facts.use === expected.use && facts.endpointId === expected.endpointId
    return fits && until > Date.now() ? facts : undefined
  } catch {
    return undefined
  }
}
