import { randomUUID } from 'node:crypto'
import { enqueuePlatformJob } from '../jobs.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/** Reminds of a next action at its time, in the caller's transaction. A past one needs no mail. */
export function remindLater(platform: PlatformDb, prospectId: number, at: number | null): void {
  if (at === null || at <= Date.now()) return
  enqueuePlatformJob(
    platform,
    'prospect.remind',
    { prospectId, at },
    { key: `${prospectId}:${at}`, runAt: at },
  )
}

type Due = { id: number; name: string; nextAction: string; email: string; language: string }

/**
 * Mails the rep that the time has come. Nothing where the action was moved or done, or the
 * prospect has ended or passed to nobody.
 *
 * @param origin of the app host
 */
export function remind(
  platform: PlatformDb,
  { prospectId, at }: { prospectId: number; at: number },
  origin: string,
): void {
  const due = platformSqliteOf(platform)
    .prepare<[number, number], Due>(
      `select p.id, p.name, p.next_action as nextAction, u.email, u.language
       from prospects p join platform_users u on u.id = p.rep_id
       where p.id = ? and p.next_action_at = ? and p.stage not in ('won', 'lost')
         and u.status = 'active'`,
    )
    .get(prospectId, at)
  if (!due) return
  const values = {
    ...{
      mailId: randomUUID(),
      name: due.name,
      what: due.nextAction,
      link: `${origin}/sales/prospects/${due.id}`,
    },
  }
  enqueuePlatformJob(
    platform,
    'mail.send',
    { template: 'prospect_reminder', to: due.email, language: due.language, values },
    { key: `prospect:${prospectId}:${at}` },
  )
}
