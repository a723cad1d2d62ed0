import { recordPlatformAudit } from '../../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import type { PlatformActor } from '../../users/permissions.ts'
import type { PlatformVault } from '../../vault.server.ts'

const PURPOSE = 'reminders'

/** The platform's WhatsApp number for reminders, without its token. */
export type ReminderChannel = { phoneNumberId: string; template: string; language: string }

export function findReminderChannel(platform: PlatformDb): ReminderChannel | undefined {
  return platformSqliteOf(platform)
    .prepare<[], ReminderChannel>(
      'select phone_number_id as phoneNumberId, template, language from reminder_channel',
    )
    .get()
}

/** The same with what opens it. */
export function openReminderChannel(
  platform: PlatformDb,
  vault: PlatformVault,
): (ReminderChannel & { accessToken: string }) | undefined {
  const channel = findReminderChannel(platform)
  const sealed = platformSqliteOf(platform)
    .prepare<[], string>('select access_token from reminder_channel')
    .pluck()
    .get()
  if (!channel || sealed === undefined) return undefined
  return { ...channel, accessToken: vault.decrypt(PURPOSE, sealed) }
}

/**
 * Keeps the number by which companies are reminded; the token is sealed. Without one in `next`
 * the token that is there stays.
 *
 * @returns false where neither is
 */
export function saveReminderChannel(
  platform: PlatformDb,
  { actor, vault }: { actor: PlatformActor; vault: PlatformVault },
  next: ReminderChannel & { accessToken: string; at: number },
): boolean {
  const { phoneNumberId, template, language, accessToken, at } = next
  return inPlatformTransaction(platform, () => {
    const sqlite = platformSqliteOf(platform)
    if (accessToken === '' && !findReminderChannel(platform)) return false
    const sealed = accessToken === '' ? null : vault.encrypt(PURPOSE, accessToken)
    sqlite
      .prepare(
        `insert into reminder_channel (id, phone_number_id, access_token, template, language, updated_at)
         values (1, @phoneNumberId, coalesce(@sealed, ''), @template, @language, @at)
         on conflict (id) do update set phone_number_id = excluded.phone_number_id,
           access_token = coalesce(@sealed, access_token), template = excluded.template,
           language = excluded.language, updated_at = excluded.updated_at`,
      )
      .run({ phoneNumberId, template, language, sealed, at })
    note(platform, actor, { phoneNumberId, template, language })
    return true
  })
}

/** From now on companies are only written to by e-mail. */
export function removeReminderChannel(platform: PlatformDb, actor: PlatformActor): void {
  inPlatformTransaction(platform, () => {
    platformSqliteOf(platform).prepare('delete from reminder_channel').run()
    note(platform, actor, {})
  })
}

function note(platform: PlatformDb, actor: PlatformActor, details: Record<string, string>): void {
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  recordPlatformAudit(platform, by, { action: 'setting.reminders', details })
}
