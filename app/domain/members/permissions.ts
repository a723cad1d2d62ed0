export const roles = ['owner', 'admin', 'manager', 'agent', 'viewer'] as const
export type Role = (typeof roles)[number]

/** Everything a member may be allowed. One name per thing that a route asks for. */
export const permissions = [
  'conversations.read',
  /** every conversation, not only those assigned to oneself */
  'conversations.read_all',
  'conversations.reply',
  'conversations.assign',
  /** looks on at any conversation within reach, unseen, and steps in */
  'conversations.watch',
  'conversations.delete',
  /** puts right or takes back what was written down as sold */
  'sales.correct',
  'contacts.read',
  'contacts.write',
  'contacts.export',
  'contacts.import',
  'contacts.merge',
  'contacts.delete',
  'dashboard.read',
  /** the whole company's figures; one's own need no permission */
  'reports.read',
  'reports.export',
  'knowledge.read',
  'knowledge.write',
  'endpoints.read',
  'endpoints.write',
  'members.read',
  'members.write',
  'settings.read',
  'settings.write',
  'api_keys.write',
  'audit.read',
  /** plan, invoices and payments */
  'billing.read',
  'billing.write',
  'jobs.retry',
  'simulator.use',
] as const
export type Permission = (typeof permissions)[number]

const viewer: Permission[] = [
  'conversations.read',
  'conversations.read_all',
  'contacts.read',
  'dashboard.read',
  'reports.read',
  'knowledge.read',
]
const agent: Permission[] = [
  'conversations.read',
  'conversations.reply',
  'contacts.read',
  'contacts.write',
  'dashboard.read',
  'knowledge.read',
]
const manager: Permission[] = [
  ...agent,
  'reports.read',
  'reports.export',
  'conversations.read_all',
  'conversations.assign',
  'conversations.watch',
  'sales.correct',
  'conversations.delete',
  'contacts.export',
  'contacts.import',
  'contacts.merge',
  'knowledge.write',
  'members.read',
  'endpoints.read',
  'settings.read',
  'jobs.retry',
]
const admin: Permission[] = [
  ...manager,
  'contacts.delete',
  'endpoints.write',
  'members.write',
  'settings.write',
  'api_keys.write',
  'audit.read',
  'billing.read',
  'billing.write',
  'simulator.use',
]

const byRole: Record<Role, ReadonlySet<Permission>> = {
  owner: new Set(permissions),
  admin: new Set(admin),
  manager: new Set(manager),
  agent: new Set(agent),
  viewer: new Set(viewer),
}

/** Who is acting inside a company. `extra` are single permissions given beyond the role. */
export type Actor = { id: number; role: Role; extra: readonly Permission[] }

/** The one place where a company's permissions are decided. */
export function can(actor: Actor, permission: Permission): boolean {
  return byRole[actor.role].has(permission) || actor.extra.includes(permission)
}

/** Every permission a person has, for showing and for the client. */
export function listPermissions(actor: Actor): Permission[] {
  return permissions.filter((permission) => can(actor, permission))
}

/**
 * Whether somebody may change, deactivate or invite a member as this one is or is to be. Only
 * owners touch owners, and nobody hands out or takes away more than they hold themselves.
 */
export function mayManage(actor: Actor, target: Omit<Actor, 'id'>): boolean {
  if (!can(actor, 'members.write')) return false
  if (actor.role !== 'owner' && target.role === 'owner') return false
  return listPermissions({ id: 0, ...target }).every((permission) => can(actor, permission))
}
