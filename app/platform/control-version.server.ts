import { platformSqliteOf } from './db.server.ts'
import type { PlatformDb } from './db.server.ts'

type Ask = () => { version: number } | undefined

const asks = new WeakMap<PlatformDb, Ask>()

/** A number that moves whenever a flag, a setting or an announcement changes. */
export function controlVersion(platform: PlatformDb): number {
  let ask = asks.get(platform)
  if (!ask) {
    const statement = platformSqliteOf(platform).prepare<[], { version: number }>(
      'select version from control_version',
    )
    ask = () => statement.get()
    asks.set(platform, ask)
  }
  return ask()?.version ?? 0
}
