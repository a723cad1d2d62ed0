import { findBackup } from '#app/backups/catalog.server.ts'
import type { Backup } from '#app/backups/catalog.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import { Refusal } from './command.ts'

/** A moment as somebody types it: ISO 8601. @returns UTC ms @throws Refusal `bad_time` */
export function readMoment(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new Refusal('bad_time', 'Give the time like 2026-11-22T08:00:00Z')
  return at
}

/** The backup that stood at a moment. @throws Refusal `no_backup` */
export function getBackup(runtime: Runtime, owner: string, at: number | undefined): Backup {
  const backup = findBackup(runtime.platform, owner, at)
  if (!backup) throw new Refusal('no_backup', 'There is no backup of that time or before')
  return backup
}
