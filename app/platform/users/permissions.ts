export const platformRoles = ['owner', 'admin', 'sales', 'support'] as const
export type PlatformRole = (typeof platformRoles)[number]

export const platformPermissions = [
  // the whole business: revenue, plans, every company
  'admin.read',
  // companies: all, or those given to a person of support
  'tenants.read',
  'tenants.write',
  // visits a company's portal for support, where the company is within reach
  'support.enter',
  // flags, settings and announcements for all companies
  'control.write',
  // alert rules, alerts, the isolation audit
  'health.write',
  // what plans cost and allow
  'plans.write',
  'users.write',
  'sales.read',
  // everybody's prospects, the reps' rates and what they are paid
  'sales.manage',
] as const
export type PlatformPermission = (typeof platformPermissions)[number]

const byRole: Record<PlatformRole, readonly PlatformPermission[]> = {
  owner: platformPermissions,
  admin: [
    'admin.read',
    'tenants.read',
    'tenants.write',
    'support.enter',
    'control.write',
    'health.write',
    'plans.write',
    'users.write',
    'sales.read',
    'sales.manage',
  ],
  support: ['tenants.read', 'support.enter'],
  sales: ['sales.read'],
}

/** The one place where the platform's own permissions are decided. */
export function platformCan(role: PlatformRole, permission: PlatformPermission): boolean {
  return byRole[role].includes(permission)
}

/** Where somebody lands after signing in on the app host. */
export function homeOf(role: PlatformRole): '/admin' | '/admin/companies' | '/sales' {
  if (role === 'sales') return '/sales'
  return role === 'support' ? '/admin/companies' : '/admin'
}

/** Who is acting on the app host. */
export type PlatformActor = { id: number; name: string; role: PlatformRole }

/** Whether somebody may invite, change or deactivate a person of this role. Only owners touch owners. */
export function mayManageUser(actor: PlatformActor, target: { role: PlatformRole }): boolean {
  if (!platformCan(actor.role, 'users.write')) return false
  return actor.role === 'owner' || target.role !== 'owner'
}
