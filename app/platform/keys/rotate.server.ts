import { unwrapDataKey, UndecryptableError, wrapDataKey } from '#app/tenancy/data-keys.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { createPlatformVault } from '../vault.server.ts'

export type Keys = { from: Buffer; to: Buffer }

/** How many secrets were closed with the new key, and how many were already. */
export type Rotated = { rotated: number; already: number }

/** Nothing was changed, because some secret opens with neither key. */
export class NeitherKeyError extends Error {
  override name = 'NeitherKeyError'
}

/**
 * Closes everything that ENCRYPTION_KEY closes with another key, all of it or nothing: the keys
 * of companies, second factors of the platform's people, the secret of the alert webhook.
 * Repeating it changes nothing more.
 *
 * @throws NeitherKeyError that names the first secret neither key opens
 */
export function rotatePlatformKey(platform: PlatformDb, keys: Keys): Rotated {
  return inPlatformTransaction(platform, () => {
    const parts = [rotateCompanies(platform, keys), rotateOwn(platform, keys)].flat()
    return {
      rotated: parts.filter((isRotated) => isRotated).length,
      already: parts.filter((isRotated) => !isRotated).length,
    }
  })
}

type Wrapped = { tenantId: string; id: string; wrappedKey: string }

function rotateCompanies(platform: PlatformDb, { from, to }: Keys): boolean[] {
  const sqlite = platformSqliteOf(platform)
  const update = sqlite.prepare(
    'update tenant_keys set wrapped_key = ? where tenant_id = ? and key_id = ?',
  )
  const rows = sqlite
    .prepare<[], Wrapped>(
      `select tenant_id as tenantId, key_id as id, wrapped_key as wrappedKey from tenant_keys
       where erased_at is null and wrapped_key <> ''`,
    )
    .all()
  return rows.map((row) => {
    const open = (key: Buffer) => unwrapDataKey(row, key, row.tenantId)
    if (tryOpen(() => open(to))) return false
    const dataKey = tryOpen(() => open(from))
    if (!dataKey) throw new NeitherKeyError(`the key of company ${row.tenantId}`)
    update.run(wrapDataKey(dataKey, to, row.tenantId), row.tenantId, row.id)
    return true
  })
}

type Sealed = { purpose: string; sealed: string; update: string; id: number }

function rotateOwn(platform: PlatformDb, { from, to }: Keys): boolean[] {
  const sqlite = platformSqliteOf(platform)
  const [before, after] = [createPlatformVault(from), createPlatformVault(to)]
  const secrets = sqlite
    .prepare<[], Sealed>(
      `select 'totp:' || id as purpose, totp_secret_encrypted as sealed, id,
         'update platform_users set totp_secret_encrypted = ? where id = ?' as "update"
       from platform_users where totp_secret_encrypted is not null
       union all
       select 'alert-hook', secret_sealed, id, 'update alert_hook set secret_sealed = ? where id = ?'
       from alert_hook`,
    )
    .all()
  return secrets.map(({ purpose, sealed, update, id }) => {
    if (tryOpen(() => after.decrypt(purpose, sealed)) !== undefined) return false
    const plain = tryOpen(() => before.decrypt(purpose, sealed))
    if (plain === undefined) throw new NeitherKeyError(purpose)
    sqlite.prepare(update).run(after.encrypt(purpose, plain), id)
    return true
  })
}

function tryOpen<T>(open: () => T): T | undefined {
  try {
    return open()
  } catch (error) {
    if (error instanceof UndecryptableError) return undefined
    throw error
  }
}
