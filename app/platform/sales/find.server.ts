import { and, eq } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { reachableProspects } from './reach.server.ts'
import { prospects } from './schema.server.ts'

export type Prospect = typeof prospects.$inferSelect

/** The prospect, if this person can reach it. */
export function findProspect(
  platform: PlatformDb,
  user: PlatformActor,
  id: number,
): Prospect | undefined {
  return platform
    .select()
    .from(prospects)
    .where(and(eq(prospects.id, id), reachableProspects(user)))
    .get()
}
