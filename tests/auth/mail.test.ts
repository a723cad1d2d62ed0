import { afterAll, beforeAll, expect, test } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { inviteMember } from '#app/domain/members/invite.server.ts'
import { listOutbox } from '#app/platform/mail/outbox.server.ts'
import { startSmtpFake } from '#tests/fakes/smtp/server.ts'
import type { SmtpFake } from '#tests/fakes/smtp/server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const WAIT_MS = 12_000
const owner = { id: 1, role: 'owner', extra: [], name: 'Owner' } as const
let smtp: SmtpFake
let server: TestServer
let company: TestCompany

beforeAll(async () => {
  smtp = await startSmtpFake()
  const env = { SMTP_URL: smtp.url, MAIL_FROM: 'Baraza <no-reply@baraza.test>' }
  server = await startTestServer({ env })
  company = server.addCompany('savanna')
})
afterAll(async () => {
  await server.close()
  await smtp.close()
})

function invite(email: string): void {
  const origin = 'http://savanna.localhost'
  const invited = inviteMember(company.db, owner, { email, name: 'Asha', role: 'agent', origin })
  if (!invited.ok) throw new Error(invited.reason)
}

test('an invitation leaves by SMTP, for its one recipient, with a link nobody else has', async () => {
  invite('asha@a.test')
  const mail = await smtp.waitFor((received) => received.to.includes('asha@a.test'), WAIT_MS)
  expect(mail.envelope.to).toEqual(['asha@a.test'])
  const token = /\/invitations\/(\S+)/.exec(mail.text)?.[1] ?? ''
  expect(token).toMatch(/^\d+\.[\w-]{43}$/)
  expect(mail.html).toContain(token)
  const stored = sqliteOf(company.db).prepare('select payload_json from jobs').pluck().all()
  expect(JSON.stringify(stored)).not.toContain(token)
  expect(listOutbox(server.runtime.platform)).toEqual([])
  expect(server.logLines.join('\n')).not.toMatch(/asha@a\.test/)
})

test('a server that says later is asked again', async () => {
  smtp.fault('greylist')
  invite('juma@a.test')
  const mail = await smtp.waitFor((received) => received.to.includes('juma@a.test'), WAIT_MS)
  expect(mail.text).toContain('/invitations/')
})

test('an address that does not exist is given up, and the job says why', async () => {
  smtp.fault('unknown_recipient')
  invite('nobody@a.test')
  const failed = sqliteOf(company.db).prepare(
    `select last_error from jobs where kind = 'mail.send' and state = 'failed'`,
  )
  await expect.poll(() => failed.pluck().get(), { timeout: WAIT_MS }).toMatch(/550/)
})
