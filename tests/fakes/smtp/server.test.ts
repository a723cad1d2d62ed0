import { createTransport } from 'nodemailer'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSmtpFake } from './server.ts'
import type { SmtpFake } from './server.ts'

let fake: SmtpFake
beforeEach(async () => {
  fake = await startSmtpFake()
})
afterEach(() => fake.close())

const mail = {
  from: 'Duka <duka@shop.test>',
  to: ['Asha <asha@customer.test>', 'ben@customer.test'],
  replyTo: 'conv+abc@in.shop.test',
  subject: 'Karibu – 茶 na ☕️',
  text: 'Habari Asha,\n\nBonyeza: https://app.test/verify/abc?x=1&y=2',
  html: '<p>Habari <b>Asha</b></p>',
  headers: { 'X-Tenant': 't1' },
  messageId: '<m1@shop.test>',
}
const send = (change: object = {}, options: object = {}) => {
  const { hostname, port } = new URL(fake.url)
  return createTransport({
    host: hostname,
    port: Number(port),
    socketTimeout: 10_000,
    ...options,
  }).sendMail({
    ...mail,
    ...change,
  })
}

describe('messages', () => {
  it('are parsed: addresses, subject, both bodies, headers, attachments, envelope', async () => {
    await send({ attachments: [{ filename: 'bei.txt', content: 'KES 90' }], bcc: 'boss@shop.test' })
    const [received] = fake.messages
    expect(received).toMatchObject({
      from: 'duka@shop.test',
      to: ['asha@customer.test', 'ben@customer.test'],
      replyTo: ['conv+abc@in.shop.test'],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      envelope: {
        from: 'duka@shop.test',
        to: ['asha@customer.test', 'ben@customer.test', 'boss@shop.test'],
      },
    })
    expect(received!.headers['x-tenant']).toBe('t1')
    expect(received!.attachments[0]!.content.toString()).toBe('KES 90')
    expect(received!.raw).toContain('Message-ID: <m1@shop.test>')
  })

  it('can be sent to by url', async () => {
    await createTransport(fake.url).sendMail(mail)
    expect(fake.messages).toHaveLength(1)
  })

  it('can be waited for before and after they come', async () => {
    const coming = fake.waitFor((received) => received.subject === 'second')
    await send({ subject: 'first' })
    await send({ subject: 'second' })
    expect((await coming).subject).toBe('second')
    expect((await fake.waitFor((received) => received.subject === 'first')).subject).toBe('first')
    await expect(fake.waitFor(() => false, 20)).rejects.toThrow('no such mail in 20 ms; 2 others')
  })
})

describe('signing in', () => {
  it('is demanded when the sink has an account', async () => {
    const locked = await startSmtpFake({ auth: { user: 'duka', pass: 'siri' } })
    const login = (pass: string) =>
      createTransport(locked.url.replace('//', `//duka:${pass}@`)).sendMail(mail)
    await expect(createTransport(locked.url).sendMail(mail)).rejects.toMatchObject({
      responseCode: 530,
    })
    await expect(login('wrong')).rejects.toMatchObject({ code: 'EAUTH', responseCode: 535 })
    await login('siri')
    expect(locked.messages).toHaveLength(1)
    await locked.close()
  })
})

describe('faults', () => {
  it.each([
    ['busy', 421],
    ['spam_refused', 554],
    ['full_mailbox', 452],
  ] as const)('%s answers %i once', async (mode, responseCode) => {
    fake.fault(mode)
    await expect(send()).rejects.toMatchObject({ responseCode })
    await send()
    expect(fake.messages).toHaveLength(1)
  })

  it('refuses one recipient of two', async () => {
    fake.fault('unknown_recipient')
    const result = await send()
    expect(result.rejected).toEqual(['asha@customer.test'])
    expect(fake.messages[0]!.envelope.to).toEqual(['ben@customer.test'])
  })

  it('greylists all recipients', async () => {
    fake.fault('greylist', 2)
    await expect(send()).rejects.toMatchObject({ code: 'EENVELOPE', responseCode: 450 })
  })

  it('refuses a sign-in', async () => {
    fake.fault('auth_refused')
    const auth = { user: 'a', pass: 'b' }
    await expect(send({}, { auth })).rejects.toMatchObject({ code: 'EAUTH' })
    await send({}, { auth })
    expect(fake.messages).toHaveLength(1)
  })

  it.each(['drop_after_data', 'hang_after_data'] as const)('keeps the mail on %s', async (mode) => {
    fake.fault(mode)
    await expect(send({}, { socketTimeout: 1_000 })).rejects.toThrow()
    expect(fake.messages.map((received) => received.messageId)).toEqual(['<m1@shop.test>'])
  })

  it('is slow to greet', async () => {
    fake.fault('slow_banner')
    await expect(send({}, { greetingTimeout: 1_000 })).rejects.toMatchObject({ code: 'ETIMEDOUT' })
    await send()
    expect(fake.messages).toHaveLength(1)
  })
})
