import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import type { Announcement } from './announcement.ts'

export type NewAnnouncement = Omit<Announcement, 'id'>

const COLUMNS = [
  ...['level', 'title_en', 'title_sw', 'text_en', 'text_sw', 'audience_json'],
  ...['starts_at', 'ends_at', 'time_zone', 'is_dismissable', 'updated_at'],
]

/** @returns its id */
export function addAnnouncement(
  platform: PlatformDb,
  actor: PlatformActor,
  announcement: NewAnnouncement,
): number {
  return inPlatformTransaction(platform, () => {
    const values = toRow(announcement)
    const names = [...COLUMNS, 'created_by', 'created_at']
    const { lastInsertRowid } = platformSqliteOf(platform)
      .prepare(
        `insert into announcements (${names.join()}) values (${names.map((name) => `@${name}`).join()})`,
      )
      .run({ ...values, created_by: actor.id, created_at: values.updated_at })
    const id = Number(lastInsertRowid)
    note(platform, actor, 'announcement.added', { id, to: announcement.titleEn })
    return id
  })
}

/** @returns false when there is none */
export function saveAnnouncement(
  platform: PlatformDb,
  actor: PlatformActor,
  { id, ...announcement }: Announcement,
): boolean {
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `update announcements set ${COLUMNS.map((name) => `${name} = @${name}`).join()} where id = @id`,
      )
      .run({ ...toRow(announcement), id })
    if (changes > 0) note(platform, actor, 'announcement.changed', { id, to: announcement.titleEn })
    return changes > 0
  })
}

/** Takes an announcement from every page now. @returns false when it is over already */
export function endAnnouncement(
  platform: PlatformDb,
  actor: PlatformActor,
  { id, at }: { id: number; at: number },
): boolean {
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `update announcements set starts_at = min(starts_at, @at), ends_at = @at, updated_at = @at
         where id = @id and (ends_at is null or ends_at > @at)`,
      )
      .run({ id, at })
    if (changes > 0) note(platform, actor, 'announcement.ended', { id })
    return changes > 0
  })
}

function toRow(announcement: NewAnnouncement) {
  const { level, titleEn, titleSw, textEn, textSw, audience } = announcement
  const { startsAt, endsAt, timeZone, isDismissable } = announcement
  return {
    ...{ level, title_en: titleEn, title_sw: titleSw, text_en: textEn, text_sw: textSw },
    ...{ audience_json: JSON.stringify(audience), starts_at: startsAt, ends_at: endsAt },
    ...{ time_zone: timeZone, is_dismissable: Number(isDismissable), updated_at: Date.now() },
  }
}

function note(
  platform: PlatformDb,
  actor: PlatformActor,
  action: string,
  details: Record<string, unknown>,
): void {
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  recordPlatformAudit(platform, by, { action, details })
}
