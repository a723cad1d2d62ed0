export const platformRoles = ['owner', 'admin', 'sales', 'support'] as const
export type PlatformRole = (typeof platformRoles)[number]

export const platformPermissions = [
  'admin.read',
  'tenants.write',
  'users.write',
  'sales.read',
] as const
export type PlatformPermission = (typeof platformPermissions)[number]

const byRole: Record<PlatformRole, readonly PlatformPermission[]> = {
  owner: platformPermissions,
  admin: ['admin.read', 'tenants.write', 'users.write', 'sales.read'],
  support: ['admin.read'],
  sales: ['sales.read'],
}

/** The one place where the platform's own permissions are decided. */
export function platformCan(role: PlatformRole, permission: PlatformPermission): boolean {
  return byRole[role].includes(permission)
}

/** Where somebody lands after signing in on the app host. */
export function homeOf(role: PlatformRole): '/admin' | '/sales' {
  return role === 'sales' ? '/sales' : '/admin'
}
