import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { createMember } from './create.server.ts'
import { getMember, toActor } from './find.server.ts'
import { inviteMember } from './invite.server.ts'
import { can, mayManage } from './permissions.ts'
import type { Permission, Role } from './permissions.ts'
import { createSession, findSession } from './sessions.server.ts'
import { changeRole, deactivateMember, reactivateMember } from './standing.server.ts'

let tenant: TestTenant
const ids: Record<string, number> = {}

beforeEach(async () => {
  tenant = createTestTenant()
  for (const role of ['owner', 'admin', 'agent'] as const) {
    const made = await createMember(tenant.db, {
      ...{ email: `${role}@a.test`, password: 'first secret', role, name: role },
    })
    if (made.ok) ids[role] = made.id
  }
})
afterEach(() => tenant.close())

function acting(role: Role, extra: Permission[] = []) {
  return { id: ids[role] ?? 0, role, extra, name: role }
}
const idOf = (role: Role) => ids[role] ?? 0

test('the last owner can be neither demoted nor deactivated', () => {
  const { db } = tenant
  const demoted = changeRole(db, acting('owner'), idOf('owner'), { role: 'admin', extra: [] })
  expect(demoted).toEqual({ ok: false, reason: 'last_owner' })
  expect(deactivateMember(db, acting('owner'), idOf('owner'))).toEqual({
    ...{ ok: false, reason: 'last_owner' },
  })
  changeRole(db, acting('owner'), idOf('admin'), { role: 'owner', extra: [] })
  expect(deactivateMember(db, acting('owner'), idOf('owner'))).toEqual({ ok: true })
})

test('an admin cannot touch owners, nor make one', () => {
  const { db } = tenant
  const admin = acting('admin')
  const refused = { ok: false, reason: 'not_allowed' }
  expect(deactivateMember(db, admin, idOf('owner'))).toEqual(refused)
  expect(changeRole(db, admin, idOf('owner'), { role: 'agent', extra: [] })).toEqual(refused)
  expect(changeRole(db, admin, idOf('agent'), { role: 'owner', extra: [] })).toEqual(refused)
  const invitation = { email: 'x@a.test', name: '', role: 'owner', origin: 'http://a' } as const
  expect(inviteMember(db, admin, invitation)).toEqual(refused)
  expect(changeRole(db, admin, idOf('agent'), { role: 'manager', extra: [] })).toEqual({ ok: true })
})

test('nobody hands out more than they hold', () => {
  const { db } = tenant
  const trusted = acting('agent', ['members.write'])
  const refused = { ok: false, reason: 'not_allowed' }
  expect(changeRole(db, trusted, trusted.id, { role: 'admin', extra: [] })).toEqual(refused)
  const extra = ['settings.write']
  expect(changeRole(db, trusted, trusted.id, { role: 'agent', extra })).toEqual(refused)
  expect(mayManage(trusted, { role: 'viewer', extra: [] })).toBe(false)
})

test('single permissions are added to a role; unknown ones are ignored', () => {
  const { db } = tenant
  const extra = ['knowledge.write', 'root', '__proto__']
  expect(changeRole(db, acting('owner'), idOf('agent'), { role: 'agent', extra })).toEqual({
    ok: true,
  })
  const actor = toActor(getMember(db, idOf('agent')))
  expect(actor.extra).toEqual(['knowledge.write'])
  expect(can(actor, 'knowledge.write')).toBe(true)
  expect(can(actor, 'settings.write')).toBe(false)
})

test('deactivation ends sessions; reactivation does not bring them back', () => {
  const { db } = tenant
  const token = createSession(db, idOf('agent'), { ip: null, userAgent: null })
  expect(findSession(db, token)?.id).toBe(idOf('agent'))
  deactivateMember(db, acting('owner'), idOf('agent'))
  expect(findSession(db, token)).toBeUndefined()
  expect(reactivateMember(db, acting('owner'), idOf('agent'))).toEqual({ ok: true })
  expect(findSession(db, token)).toBeUndefined()
  expect(getMember(db, idOf('agent')).status).toBe('active')
})
