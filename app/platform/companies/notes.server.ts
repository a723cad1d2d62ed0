import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'

export const NOTE_LENGTH_MAX = 2_000
const NOTES_SHOWN = 100

export type CompanyNote = {
  id: number
  userId: number | null
  author: string | null
  text: string
  createdAt: number
}

/** What the platform's people noted about a company, newest first. */
export function listCompanyNotes(platform: PlatformDb, tenantId: string): CompanyNote[] {
  return platformSqliteOf(platform)
    .prepare<[string, number], CompanyNote>(
      `select n.id, n.user_id as userId, u.name as author, n.text, n.created_at as createdAt
       from company_notes n left join platform_users u on u.id = n.user_id
       where n.tenant_id = ? order by n.id desc limit ?`,
    )
    .all(tenantId, NOTES_SHOWN)
}

export function addCompanyNote(
  platform: PlatformDb,
  actor: PlatformActor,
  note: { tenantId: string; text: string; at: number },
): void {
  const { tenantId, text, at } = note
  inPlatformTransaction(platform, () => {
    platformSqliteOf(platform)
      .prepare(
        'insert into company_notes (tenant_id, user_id, text, created_at) values (?, ?, ?, ?)',
      )
      .run(tenantId, actor.id, text.slice(0, NOTE_LENGTH_MAX), at)
    audit(platform, actor, 'note.added', tenantId)
  })
}

/** Takes back a note of one's own. @returns false when there is no such note of theirs */
export function deleteCompanyNote(
  platform: PlatformDb,
  actor: PlatformActor,
  { tenantId, noteId }: { tenantId: string; noteId: number },
): boolean {
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare('delete from company_notes where id = ? and tenant_id = ? and user_id = ?')
      .run(noteId, tenantId, actor.id)
    if (changes > 0) audit(platform, actor, 'note.deleted', tenantId)
    return changes > 0
  })
}

function audit(platform: PlatformDb, actor: PlatformActor, action: string, tenantId: string): void {
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  recordPlatformAudit(platform, by, { action, tenantId })
}
