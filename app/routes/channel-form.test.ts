import { expect, test } from 'vitest'
import { readChannelForm } from './channel-form.server.ts'

function post(fields: Record<string, string>): Request {
  const body = new URLSearchParams(fields)
  return new Request('http://hotel.localhost/', { method: 'POST', body })
}

const whatsApp = {
  ...{ phoneNumberId: '106500000000001', accessToken: 'EAAsecret', appSecret: 'shh' },
  ...{ wabaId: '', displayPhoneNumber: '', verifyToken: '', name: ' Front desk ' },
}

test('a new number gets a verify token of its own unless one is given', async () => {
  const about = { channel: 'whatsapp-cloud', isNew: true } as const
  const [one, two] = [
    await readChannelForm(post(whatsApp), about),
    await readChannelForm(post(whatsApp), about),
  ]
  if (!one.ok || !two.ok) throw new Error('refused')
  expect(one.name).toBe('Front desk')
  expect(one.settings).toMatchObject({ phoneNumberId: '106500000000001', appSecret: 'shh' })
  expect(one.settings).not.toHaveProperty('wabaId')
  expect(String(one.settings['verifyToken']).length).toBeGreaterThanOrEqual(32)
  expect(one.settings['verifyToken']).not.toBe(two.settings['verifyToken'])
  const own = await readChannelForm(post({ ...whatsApp, verifyToken: 'mine' }), about)
  expect(own).toMatchObject({ settings: { verifyToken: 'mine' } })
})

test('an edit makes no new tokens and leaves out what was left empty', async () => {
  const fields = {
    phoneNumberId: '1065',
    accessToken: '',
    appSecret: '',
    verifyToken: '',
    name: '',
  }
  const read = await readChannelForm(post(fields), { channel: 'whatsapp-cloud', isNew: false })
  expect(read).toMatchObject({ ok: true, name: '', settings: { phoneNumberId: '1065' } })
  if (read.ok) expect(Object.keys(read.settings)).toEqual(['phoneNumberId'])
  const bot = await readChannelForm(post({ botToken: '' }), { channel: 'telegram', isNew: false })
  expect(bot).toMatchObject({ ok: true, settings: {} })
})

test('what is missing is named, and no secret comes back', async () => {
  const about = { channel: 'whatsapp-cloud', isNew: true, required: ['appSecret'] } as const
  const read = await readChannelForm(
    post({ ...whatsApp, appSecret: ' ', phoneNumberId: '' }),
    about,
  )
  if (read.ok) throw new Error('not refused')
  expect(read.result.errors).toEqual({ phoneNumberId: 'required', appSecret: 'required' })
  expect(JSON.stringify(read.result)).not.toContain('EAAsecret')
  expect(read.result.values).toMatchObject({ name: ' Front desk ' })
})

test('what the channel refuses is said beside its field', async () => {
  const about = { channel: 'web-chat', isNew: true } as const
  const origins = 'https://a.example\nhttps://b.example/path, http://c.example'
  const read = await readChannelForm(post({ allowedOrigins: origins, identitySecret: 'x' }), about)
  if (!read.ok) throw new Error('refused')
  expect(read.settings['allowedOrigins']).toEqual([
    ...['https://a.example', 'https://b.example/path', 'http://c.example'],
  ])
  const issues = [
    { field: 'allowedOrigins.1', message: '' },
    { field: 'secret', message: '' },
  ]
  const refused = read.refuse({ ok: false, reason: 'invalid_settings', issues })
  expect(refused.errors).toEqual({ allowedOrigins: 'invalid_origin', '': 'invalid' })
  expect(refused.values).toEqual({ allowedOrigins: origins })
  const bot = await readChannelForm(post({ botToken: '1:a' }), { channel: 'telegram', isNew: true })
  if (!bot.ok) throw new Error('refused')
  expect(bot.settings).toHaveProperty('secretToken')
  expect(bot.refuse({ ok: false, reason: 'number_taken' }).errors).toEqual({
    botToken: 'number_taken',
  })
})
