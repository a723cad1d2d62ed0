import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { changePassword, resetPassword } from './change-password.server.ts'
import { createMember } from './create.server.ts'
import { getMember } from './find.server.ts'
import { acceptInvitation, inviteMember, revokeInvitation } from './invite.server.ts'
import { memberTokens, members } from './schema.server.ts'
import { createSession, findSession } from './sessions.server.ts'
import { deactivateMember } from './standing.server.ts'
import { findTokenBearer, issueToken } from './tokens.server.ts'

const CLIENT = { ip: null, userAgent: null }
const owner = { id: 1, role: 'owner', extra: [], name: 'Owner' } as const
let tenant: TestTenant
let id: number

beforeEach(async () => {
  tenant = createTestTenant()
  const { db } = tenant
  await createMember(db, { email: 'o@a.test', password: 'first secret', role: 'owner', name: 'O' })
  const made = await createMember(db, {
    ...{ email: 'asha@a.test', password: 'first secret', role: 'agent', name: 'Asha' },
  })
  if (!made.ok) throw new Error(made.reason)
  id = made.id
})
afterEach(() => tenant.close())

function resetToken(): string {
  return issueToken(tenant.db, getMember(tenant.db, id), 'password_reset')
}

test('a token carries 256 random bits and is nowhere in the file', () => {
  const [one, two] = [resetToken(), resetToken()]
  expect(one).not.toBe(two)
  expect(Buffer.from(one.split('.')[1] ?? '', 'base64url')).toHaveLength(32)
  const stored = JSON.stringify(tenant.db.select().from(memberTokens).all())
  expect(stored).not.toContain(two.split('.')[1])
})

test('a reset works once, ends every session, and the older link is dead', async () => {
  const { db } = tenant
  const older = resetToken()
  const token = resetToken()
  const session = createSession(db, id, CLIENT)
  expect(await resetPassword(db, older, 'second secret')).toMatchObject({ reason: 'link_expired' })
  expect(await resetPassword(db, token, 'second secret')).toEqual({ ok: true, memberId: id })
  expect(findSession(db, session)).toBeUndefined()
  expect(await resetPassword(db, token, 'third secret')).toMatchObject({ reason: 'link_expired' })
})

test('two requests with one link at the same moment set one password', async () => {
  const token = resetToken()
  const answers = await Promise.all(
    ['second secret', 'third secret'].map((password) => resetPassword(tenant.db, token, password)),
  )
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
})

test('a link is dead after an hour', () => {
  const token = resetToken()
  tenant.db
    .update(memberTokens)
    .set({ expiresAt: Date.now() - 1 })
    .run()
  expect(findTokenBearer(tenant.db, 'password_reset', token)).toBeUndefined()
})

test('a link dies with a change of e-mail, of password, and with deactivation', async () => {
  const { db } = tenant
  const byEmail = resetToken()
  db.update(members).set({ email: 'new@a.test' }).where(eq(members.id, id)).run()
  expect(findTokenBearer(db, 'password_reset', byEmail)).toBeUndefined()

  const byPassword = resetToken()
  const passwords = { current: 'first secret', next: 'second secret' }
  expect(await changePassword(db, { id, sessionId: 0 }, passwords)).toEqual({ ok: true })
  expect(findTokenBearer(db, 'password_reset', byPassword)).toBeUndefined()

  const byStanding = resetToken()
  expect(deactivateMember(db, owner, id)).toEqual({ ok: true })
  expect(findTokenBearer(db, 'password_reset', byStanding)).toBeUndefined()
})

test('a link of one kind or one member is nothing elsewhere', () => {
  const token = resetToken()
  expect(findTokenBearer(tenant.db, 'invitation', token)).toBeUndefined()
  expect(findTokenBearer(tenant.db, 'email_verification', token)).toBeUndefined()
  const otherOwner = token.replace(/^\d+/, '1')
  expect(findTokenBearer(tenant.db, 'password_reset', otherOwner)).toBeUndefined()
})

test('an invitation sets name and password, once', async () => {
  const { db } = tenant
  const invited = inviteMember(db, owner, {
    ...{ email: 'Neema@A.test', name: '', role: 'viewer', origin: 'http://a.test' },
  })
  if (!invited.ok) throw new Error(invited.reason)
  const token = issueToken(db, getMember(db, invited.id), 'invitation')
  const joining = { name: 'Neema', password: 'my own secret' }
  expect(await acceptInvitation(db, token, joining)).toEqual({ ok: true, memberId: invited.id })
  expect(getMember(db, invited.id)).toMatchObject({
    ...{ name: 'Neema', status: 'active', email: 'neema@a.test', role: 'viewer' },
  })
  expect(await acceptInvitation(db, token, joining)).toMatchObject({ reason: 'link_expired' })
})

test('an invitation taken back is dead and its e-mail is free again', async () => {
  const { db } = tenant
  const invitation = {
    email: 'n@a.test',
    name: 'N',
    role: 'agent',
    origin: 'http://a.test',
  } as const
  const invited = inviteMember(db, owner, invitation)
  if (!invited.ok) throw new Error(invited.reason)
  const token = issueToken(db, getMember(db, invited.id), 'invitation')
  expect(inviteMember(db, owner, invitation)).toEqual({ ok: false, reason: 'email_taken' })
  expect(revokeInvitation(db, owner, invited.id)).toEqual({ ok: true })
  const joining = { name: 'N', password: 'my own secret' }
  expect(await acceptInvitation(db, token, joining)).toMatchObject({ reason: 'link_expired' })
  expect(inviteMember(db, owner, invitation)).toMatchObject({ ok: true })
})
