import { eq, sql } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Actor, Permission } from './permissions.ts'
import { members } from './schema.server.ts'

export type Member = typeof members.$inferSelect

export function findMember(db: TenantDb, id: number): Member | undefined {
  return db.select().from(members).where(eq(members.id, id)).get()
}

/** Letter case does not matter. */
export function findMemberByEmail(db: TenantDb, email: string): Member | undefined {
  return db.select().from(members).where(eq(members.email, email)).get()
}

/** @throws when there is no such member */
export function getMember(db: TenantDb, id: number): Member {
  const member = findMember(db, id)
  if (!member) throw new Error(`No member ${id}`)
  return member
}

/** Owners who can sign in. A company always has at least one. */
export function countActiveOwners(db: TenantDb): number {
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(members)
    .where(sql`${members.role} = 'owner' and ${members.status} = 'active'`)
    .get()
  return row?.count ?? 0
}

/** A stored member as rules see one who acts or is acted upon. */
export function toActor(member: Pick<Member, 'id' | 'role' | 'permissionsJson'>): Actor {
  return {
    id: member.id,
    role: member.role,
    extra: JSON.parse(member.permissionsJson) as Permission[],
  }
}
