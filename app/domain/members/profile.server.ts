import { eq } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { members } from './schema.server.ts'

/** What a member decides about themselves. */
export type Profile = {
  name: string
  language: 'en' | 'sw'
  theme: 'system' | 'light' | 'dark'
  /** 1: what they send waits a few seconds and can be taken back */
  undoSend: 0 | 1
}

export function updateProfile(db: TenantDb, memberId: number, profile: Partial<Profile>): void {
  db.update(members)
    .set({ ...profile, updatedAt: Date.now() })
    .where(eq(members.id, memberId))
    .run()
}
