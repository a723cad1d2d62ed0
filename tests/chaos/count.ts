import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import type { WhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { isAcknowledged } from './traffic.ts'
import type { Written } from './traffic.ts'

/** What became of the messages of one fault. */
export type Counts = {
  written: number
  acknowledged: number
  /** acknowledged, and not in the file */
  lost: number
  /** in the file more than once */
  doubled: number
  answered: number
  /** answered more than once by itself */
  answeredTwice: number
  /** answers interrupted while they were being sent: never repeated, shown as "may not have arrived" */
  unconfirmed: number
}

/** @param pathOf where a company's file is read; the nodes of a cluster have one each */
export function count(
  vendor: WhatsAppFake,
  messages: Written[],
  pathOf: (one: Written) => string,
): Counts {
  const counts: Counts = {
    ...{ written: messages.length, acknowledged: 0, lost: 0, doubled: 0 },
    ...{ answered: 0, answeredTwice: 0, unconfirmed: 0 },
  }
  const byFile = byKey(messages, pathOf)
  for (const [path, ones] of byFile) countFile(vendor, path, ones, counts)
  return counts
}

function countFile(vendor: WhatsAppFake, path: string, ones: Written[], counts: Counts): void {
  const sqlite = openSqlite(path, { readonly: true })
  try {
    const found = sqlite.prepare<[string], { stored: number; unconfirmed: number }>(
      `select count(*) filter (where m.direction = 'inbound') as stored,
         count(*) filter (where m.status in ('sending', 'unconfirmed')) as unconfirmed
       from contacts c join conversations v on v.contact_id = c.id
         join messages m on m.conversation_id = v.id where c.phone = ?`,
    )
    const numbers = new Set(ones.map((one) => one.company.phoneNumberId))
    const answers = byKey(
      [...numbers].flatMap((number) => vendor.sent(number)),
      ({ to }) => to,
    )
    for (const one of ones) {
      const { stored = 0, unconfirmed = 0 } = found.get(`+${one.phone}`) ?? {}
      const sent = answers.get(one.phone)?.length ?? 0
      if (isAcknowledged(one)) counts.acknowledged += 1
      if (isAcknowledged(one) && stored === 0) counts.lost += 1
      if (stored > 1) counts.doubled += 1
      if (sent > 0) counts.answered += 1
      if (sent > 1) counts.answeredTwice += 1
      counts.unconfirmed += unconfirmed
    }
  } finally {
    sqlite.close()
  }
}

/** What was acknowledged and is not in the file. */
export function listLost(messages: Written[], pathOf: (one: Written) => string): Written[] {
  return [...byKey(messages.filter(isAcknowledged), pathOf)].flatMap(([path, ones]) => {
    const sqlite = openSqlite(path, { readonly: true })
    try {
      const stored = sqlite
        .prepare<[string], number>('select count(*) from contacts where phone = ?')
        .pluck()
      return ones.filter((one) => stored.get(`+${one.phone}`) === 0)
    } finally {
      sqlite.close()
    }
  })
}

/** Events not read and jobs not done that concern messages, of one file. */
export function pendingIn(path: string): number {
  const sqlite = openSqlite(path, { readonly: true })
  try {
    const sql = `select (select count(*) from inbound_events where processed_at is null)
      + (select count(*) from jobs where state in ('queued', 'running')
         and kind in ('inbound.process', 'ai.answer', 'message.send'))`
    return sqlite.prepare<[], number>(sql).pluck().get() ?? 0
  } finally {
    sqlite.close()
  }
}

function byKey<T>(all: T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
