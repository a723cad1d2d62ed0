import { platformUsers } from '../schema.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor, PlatformRole } from '../users/permissions.ts'
import { createProspect } from './save.server.ts'
import type { NewProspect } from './save.server.ts'

/** One of the platform's own people. */
export function addTestUser(
  platform: PlatformDb,
  name: string,
  role: PlatformRole = 'sales',
): PlatformActor {
  const email = `${name.toLowerCase()}@platform.test`
  const { id } = platform
    .insert(platformUsers)
    .values({ email, name, role, createdAt: 0, updatedAt: 0 })
    .returning({ id: platformUsers.id })
    .get()
  return { id, name, role }
}

export const blankProspect: NewProspect = {
  ...{ name: 'Company', industry: 'hotel', city: '', contactName: '', phone: '', email: '' },
  ...{ source: '', planId: null, value: null, nextAction: '', nextActionAt: null },
}

/** @returns its id */
export function addTestProspect(
  platform: PlatformDb,
  user: PlatformActor,
  facts: Partial<NewProspect>,
): number {
  const made = createProspect(platform, user, { ...blankProspect, isAnother: true, ...facts })
  if (!made.ok) throw new Error(made.reason)
  return made.id
}
