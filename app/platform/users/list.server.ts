import { asc, sql } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'

/** The platform's own people are few; a page holds them all. */
const USERS_MAX = 500

/** Platform users by name; `search` is part of a name or e-mail. */
export function listPlatformUsers(platform: PlatformDb, search?: string) {
  const { id, name, email, role, status, lastSignInAt, totpConfirmedAt } = platformUsers
  const pattern = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : '%'
  return platform
    .select({ id, name, email, role, status, lastSignInAt, totpConfirmedAt })
    .from(platformUsers)
    .where(sql`${name} like ${pattern} escape '\\' or ${email} like ${pattern} escape '\\'`)
    .orderBy(asc(sql`${name} collate nocase`), asc(id))
    .limit(USERS_MAX)
    .all()
}
