import { permissions } from '#app/domain/members/permissions.ts'
import type { Permission } from '#app/domain/members/permissions.ts'

/**
 * What the platform's support may use while it visits a company. `read`: pages, never a change.
 * `change`: changes, if the company allows them. `both`: pages anyway, changes if allowed.
 * `never`: members, money, keys, what leaves the company or is deleted, and speaking for it.
 */
export const supportRights: Record<Permission, 'read' | 'change' | 'both' | 'never'> = {
  'conversations.read': 'read',
  'conversations.read_all': 'read',
  'conversations.reply': 'never',
  'conversations.assign': 'never',
  'conversations.watch': 'never',
  'conversations.delete': 'never',
  'sales.correct': 'never',
  'contacts.read': 'read',
  'contacts.write': 'never',
  'contacts.export': 'never',
  'contacts.import': 'never',
  'contacts.merge': 'never',
  'contacts.delete': 'never',
  'dashboard.read': 'read',
  'reports.read': 'read',
  'reports.export': 'never',
  'knowledge.read': 'read',
  'knowledge.write': 'change',
  'endpoints.read': 'read',
  'endpoints.write': 'never',
  'members.read': 'read',
  'members.write': 'never',
  'settings.read': 'read',
  'settings.write': 'change',
  'api_keys.write': 'never',
  'audit.read': 'read',
  'billing.read': 'read',
  'billing.write': 'never',
  'jobs.retry': 'both',
  'simulator.use': 'never',
}

/** The permissions of somebody who visits for support. */
export function listSupportPermissions(mayChange: boolean): Permission[] {
  return permissions.filter((permission) => {
    const right = supportRights[permission]
    return right === 'read' || right === 'both' || (right === 'change' && mayChange)
  })
}

/** Whether a permission lets support change anything, in a company that allows changes. */
export function letsSupportChange(access: string): boolean {
  const right = supportRights[access as Permission] as string | undefined
  return right === 'change' || right === 'both'
}
