import { controlVersion } from '../control-version.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformSettings, settingNames } from './registry.ts'
import type { PlatformSettings } from './registry.ts'

const kept = new WeakMap<PlatformDb, { version: number; settings: PlatformSettings }>()

/** All settings as they are now; kept in memory until one changes. What no longer fits is as new. */
export function readSettings(platform: PlatformDb): PlatformSettings {
  const version = controlVersion(platform)
  const known = kept.get(platform)
  if (known?.version === version) return known.settings
  const rows = platformSqliteOf(platform)
    .prepare<[], { key: string; value: string }>(
      'select key, value_json as value from platform_settings',
    )
    .all()
  const stored = new Map(rows.map(({ key, value }) => [key, JSON.parse(value) as unknown]))
  const settings = Object.fromEntries(
    settingNames.map((name) => {
      const { type, initial } = platformSettings[name]
      const parsed = type.safeParse(stored.get(name))
      return [name, parsed.success ? parsed.data : initial]
    }),
  ) as PlatformSettings
  kept.set(platform, { version, settings })
  return settings
}
