import { dropBackup, listBackups } from './catalog.server.ts'
import { keyObjectOf, uploadsPrefixOf } from './take.server.ts'
import type { BackupPlace } from './take.server.ts'

/**
 * Removes every backup of a company. Its key goes first: without it all the rest is noise, also
 * in copies of the store that are out of reach.
 */
export async function eraseBackups(place: BackupPlace, tenantId: string): Promise<void> {
  const { store, platform } = place
  await store.remove(keyObjectOf(tenantId))
  for (const { key } of await store.list(`databases/${tenantId}/`)) await store.remove(key)
  for (const { key } of await store.list(uploadsPrefixOf(tenantId))) await store.remove(key)
  for (const backup of listBackups(platform, tenantId)) dropBackup(platform, backup.id)
}
