import { and, eq, ne } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { toDayKey } from '#app/i18n/format.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { nextMinuteOfDay, weekdayIn } from './quiet-hours.ts'

/** Half past seven: before the day's work, after the night. */
const DIGEST_MINUTE = 7 * 60 + 30
const MONDAY = 1
const DAY_MS = 24 * 3_600_000

type Rhythm = 'off' | 'daily' | 'weekly'

/** Plans a member's next digest; planning it twice plans it once. */
export function scheduleDigest(
  db: TenantDb,
  { id, digest }: { id: number; digest: Rhythm },
  now = Date.now(),
): void {
  if (digest === 'off') return
  const { timeZone } = getCompany(db)
  const runAt = nextDigestAt(now, digest, timeZone)
  const day = toDayKey(runAt, timeZone)
  enqueue(db, 'digest.send', { memberId: id, day }, { key: `${id}:${day}`, runAt })
}

/** The same for everybody who wants one: heals what was lost. */
export function scheduleDigests(db: TenantDb, now = Date.now()): void {
  const { id, digest } = members
  const wanting = and(ne(digest, 'off'), eq(members.status, 'active'))
  for (const member of db.select({ id, digest }).from(members).where(wanting).all())
    scheduleDigest(db, member, now)
}

export function isDigestDay(digest: Rhythm, at: number, timeZone: string): boolean {
  return digest === 'daily' || (digest === 'weekly' && weekdayIn(at, timeZone) === MONDAY)
}

function nextDigestAt(now: number, digest: Rhythm, timeZone: string): number {
  let at = nextMinuteOfDay(now, DIGEST_MINUTE, timeZone)
  while (!isDigestDay(digest, at, timeZone)) {
    at = nextMinuteOfDay(at + DAY_MS / 2, DIGEST_MINUTE, timeZone)
  }
  return at
}
