import { eq } from 'drizzle-orm'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'

/** What a platform user decides about themselves. */
export type UserProfile = {
  name: string
  language: 'en' | 'sw'
  theme: 'system' | 'light' | 'dark'
}

export function updateUserProfile(
  platform: PlatformDb,
  userId: number,
  profile: Partial<UserProfile>,
): void {
  platform
    .update(platformUsers)
    .set({ ...profile, updatedAt: Date.now() })
    .where(eq(platformUsers.id, userId))
    .run()
}
