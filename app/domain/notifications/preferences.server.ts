import { and, eq } from 'drizzle-orm'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { scheduleDigest } from './schedule-digest.server.ts'
import { defaultChoices, notificationKinds } from './kinds.ts'
import type { Choice, NotificationKind } from './kinds.ts'
import type { QuietHours } from './quiet-hours.ts'
import { notificationPreferences as chosen } from './schema.server.ts'

export const digestRhythms = ['off', 'daily', 'weekly'] as const
export type DigestRhythm = (typeof digestRhythms)[number]

export type NotificationPreferences = {
  choices: Record<NotificationKind, Choice>
  /** push and mail wait until these are over */
  quiet: QuietHours | undefined
  digest: DigestRhythm
  /** whether customers' names may stand on the lock screen of a device */
  pushNames: boolean
}

/** How a member wants to be told of things; the defaults where nothing was chosen. */
export function readPreferences(db: TenantDb, memberId: number): NotificationPreferences {
  const rows = db.select().from(chosen).where(eq(chosen.memberId, memberId)).all()
  const choices = notificationKinds.map((kind) => {
    const row = rows.find((one) => one.kind === kind)
    return [kind, row ? toChoice(row) : defaultChoices[kind]]
  })
  const { quietFrom, quietUntil, digest, pushNames } = readPersonal(db, memberId)
  return {
    choices: Object.fromEntries(choices) as Record<NotificationKind, Choice>,
    quiet:
      quietFrom === null || quietUntil === null
        ? undefined
        : { from: quietFrom, until: quietUntil },
    digest,
    pushNames: Boolean(pushNames),
  }
}

/** The ways by which one kind reaches a member. */
export function readChoice(db: TenantDb, memberId: number, kind: NotificationKind): Choice {
  const row = db
    .select()
    .from(chosen)
    .where(and(eq(chosen.memberId, memberId), eq(chosen.kind, kind)))
    .get()
  return row ? toChoice(row) : defaultChoices[kind]
}

export function savePreferences(
  db: TenantDb,
  memberId: number,
  next: NotificationPreferences,
): void {
  inTransaction(db, () => {
    for (const kind of notificationKinds) {
      const { inApp, push, email } = next.choices[kind]
      const set = { inApp: Number(inApp), push: Number(push), email: Number(email) }
      db.insert(chosen)
        .values({ memberId, kind, ...set })
        .onConflictDoUpdate({ target: [chosen.memberId, chosen.kind], set })
        .run()
    }
    db.update(members)
      .set({
        ...{ quietFrom: next.quiet?.from ?? null, quietUntil: next.quiet?.until ?? null },
        ...{ digest: next.digest, pushNames: Number(next.pushNames), updatedAt: Date.now() },
      })
      .where(eq(members.id, memberId))
      .run()
    scheduleDigest(db, { id: memberId, digest: next.digest })
  })
}

function readPersonal(db: TenantDb, memberId: number) {
  const { quietFrom, quietUntil, digest, pushNames } = members
  const row = db
    .select({ quietFrom, quietUntil, digest, pushNames })
    .from(members)
    .where(eq(members.id, memberId))
    .get()
  return row ?? { quietFrom: null, quietUntil: null, digest: 'off' as const, pushNames: 0 }
}

function toChoice(row: { inApp: number; push: number; email: number }): Choice {
  return { inApp: Boolean(row.inApp), push: Boolean(row.push), email: Boolean(row.email) }
}
