import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { readSettings } from './read.server.ts'
import { settingNames } from './registry.ts'
import type { PlatformSettings } from './registry.ts'

/** Writes what differs, each with an entry of what it was and is. */
export function saveSettings(
  platform: PlatformDb,
  actor: PlatformActor,
  next: PlatformSettings,
): void {
  inPlatformTransaction(platform, () => {
    const before = readSettings(platform)
    const write = platformSqliteOf(platform).prepare(
      `insert into platform_settings (key, value_json, updated_at) values (?, ?, ?)
       on conflict (key) do update set value_json = excluded.value_json, updated_at = excluded.updated_at`,
    )
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    for (const name of settingNames.filter((one) => before[one] !== next[one])) {
      write.run(name, JSON.stringify(next[name]), Date.now())
      recordPlatformAudit(platform, by, {
        action: `setting.${name}`,
        details: { from: before[name], to: next[name] },
      })
    }
  })
}
