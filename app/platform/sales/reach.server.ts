import { and, eq, ne } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { PlatformActor } from '../users/permissions.ts'
import { platformCan } from '../users/permissions.ts'
import { onboardingSessions } from '../onboarding/schema.server.ts'
import { clients, commissions, prospectImports, prospects } from './schema.server.ts'

/**
 * What somebody in sales may know of: a rep what is their own now, a manager everything. Every
 * list, count, sum, search, export and detail of sales starts from one of these conditions.
 */
export function reachableProspects(user: PlatformActor): SQL | undefined {
  return isManager(user) ? undefined : eq(prospects.repId, user.id)
}

/** Companies that were won by this rep. */
export function reachableClients(user: PlatformActor): SQL | undefined {
  const isThere = ne(clients.status, 'deleted')
  return isManager(user) ? isThere : and(isThere, eq(clients.repId, user.id))
}

export function reachableCommissions(user: PlatformActor): SQL | undefined {
  return isManager(user) ? undefined : eq(commissions.repId, user.id)
}

/** A file on its way in is only its bringer's, also for managers: it holds unchecked rows. */
export function reachableImports(user: PlatformActor): SQL {
  return eq(prospectImports.userId, user.id)
}

/** Companies this rep sets up with their clients. */
export function reachableSessions(user: PlatformActor): SQL | undefined {
  return isManager(user) ? undefined : eq(onboardingSessions.repId, user.id)
}

export function isManager(user: PlatformActor): boolean {
  return platformCan(user.role, 'sales.manage')
}
