import { eq, sql } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'

export type PlatformUser = typeof platformUsers.$inferSelect

export function findPlatformUser(platform: PlatformDb, id: number): PlatformUser | undefined {
  return platform.select().from(platformUsers).where(eq(platformUsers.id, id)).get()
}

/** Letter case does not matter. */
export function findPlatformUserByEmail(
  platform: PlatformDb,
  email: string,
): PlatformUser | undefined {
  return platform.select().from(platformUsers).where(eq(platformUsers.email, email)).get()
}

/** @throws when there is no such person */
export function getPlatformUser(platform: PlatformDb, id: number): PlatformUser {
  const user = findPlatformUser(platform, id)
  if (!user) throw new Error(`No platform user ${id}`)
  return user
}

/** Owners who can sign in. The platform always keeps at least one. */
export function countActivePlatformOwners(platform: PlatformDb): number {
  const row = platform
    .select({ count: sql<number>`count(*)` })
    .from(platformUsers)
    .where(sql`${platformUsers.role} = 'owner' and ${platformUsers.status} = 'active'`)
    .get()
  return row?.count ?? 0
}
