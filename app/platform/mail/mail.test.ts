import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startSmtpFake } from '#tests/fakes/smtp/server.ts'
import type { SmtpFake } from '#tests/fakes/smtp/server.ts'
import type { PlatformDb } from '../db.server.ts'
import { composeMail } from './compose.server.ts'
import { createSendMail } from './send.server.ts'

const nowhere = {} as PlatformDb
let smtp: SmtpFake

beforeAll(async () => void (smtp = await startSmtpFake()))
afterEach(() => smtp.clearFaults())
afterAll(() => smtp.close())

const mail = {
  ...{ subject: 'Habari', text: 'Karibu', html: '<p>Karibu</p>' },
  ...{ to: 'asha@savanna.test', tenantId: null, mailId: 'mail-1' },
}

function mailer(smtpUrl = smtp.url) {
  return createSendMail(nowhere, { smtpUrl, from: 'Baraza <no-reply@baraza.test>' })
}

test('a mail arrives as text and HTML, with our own message id', async () => {
  const { send, close } = mailer()
  expect(await send(mail)).toEqual({ ok: true })
  close()
  const [received] = smtp.messages
  expect(received).toMatchObject({ subject: 'Habari' })
  expect(JSON.stringify(received)).toContain('mail-1@baraza.test')
})

test('a recipient that smuggles another is never handed to the server', async () => {
  const { send } = mailer()
  const before = smtp.messages.length
  const sent = await send({ ...mail, to: 'a@b.test\r\nRCPT TO:<c@d.test>' })
  expect(sent).toEqual({ ok: false, reason: 'invalid_email', isPermanent: true })
  expect(smtp.messages).toHaveLength(before)
})

test('nobody listening is a failure that may pass', async () => {
  const sent = await mailer('smtp://127.0.0.1:9').send(mail)
  expect(sent).toMatchObject({ ok: false, isPermanent: false })
})

test('names that strangers typed are text in HTML and no links', () => {
  const values = {
    ...{ company: '<img src=x onerror=alert(1)> win.example/prize', name: 'A & B' },
    ...{ sender: '"Eve"', role: 'agent', link: 'https://a.test/invitations/1.x' },
  }
  const { html, text, subject } = composeMail('invitation', 'en', values)
  expect(html).not.toContain('<img')
  expect(html).toContain('A &amp; B')
  expect(text).not.toContain('win.example')
  expect(subject).not.toMatch(/[<>]/)
  expect(text).toContain('https://a.test/invitations/1.x')
})

test('mails speak Swahili to whoever reads Swahili', () => {
  const values = {
    company: 'Savanna',
    name: 'Asha',
    link: 'https://a.test/reset/1.x',
    minutes: '60',
  }
  expect(composeMail('password_reset', 'sw', values).subject).toBe('Weka nenosiri jipya')
  expect(composeMail('password_reset', 'xx', values).subject).toBe('Set a new password')
})
