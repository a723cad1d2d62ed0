import { randomBytes } from 'node:crypto'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import type { EndpointRefusal } from '#app/server/endpoints.server.ts'
import type { FieldError, FormResult } from '#app/ui/form-state.tsx'
import { readFormData, refuseForm, textFields } from './read-form.server.ts'

const TOKEN_BYTES = 24
const NAME_MAX = 80
const IDENTITY_SECRET_MIN = 8

/** What each channel's form holds besides a name; also what a refusal may be about. */
const fieldsOf: Record<ChannelKind, readonly string[]> = {
  'whatsapp-cloud': [
    ...['phoneNumberId', 'wabaId', 'displayPhoneNumber', 'accessToken', 'appSecret'],
    'verifyToken',
  ],
  telegram: ['botToken'],
  'web-chat': ['allowedOrigins', 'identitySecret'],
}

/** Where an empty field cannot mean "as before". */
const requiredOf: Record<ChannelKind, readonly string[]> = {
  'whatsapp-cloud': ['phoneNumberId', 'accessToken'],
  telegram: ['botToken'],
  'web-chat': [],
}

export type ChannelForm =
  | {
      ok: true
      name: string
      settings: Record<string, unknown>
      refuse: (refusal: EndpointRefusal) => FormResult
    }
  | { ok: false; result: FormResult }

/**
 * A channel's settings as posted. Tokens that only we need to know are made here; what a
 * channel makes of the rest is its own business.
 *
 * @param about.required fields beyond the usual ones that a new channel needs here
 */
export async function readChannelForm(
  request: Request,
  about: { channel: ChannelKind; isNew: boolean; required?: readonly string[] },
): Promise<ChannelForm> {
  const { channel, isNew, required = [] } = about
  const typed = textFields(await readFormData(request))
  const refuse = (errors: Record<string, FieldError>) => refuseForm(typed, errors).result
  const name = (typed['name'] ?? '').trim()
  if (name.length > NAME_MAX) {
    const error = { code: 'too_long', values: { max: NAME_MAX } }
    return { ok: false, result: refuse({ name: error }) }
  }
  const missing = [...requiredOf[channel], ...required].filter((field) => !typed[field]?.trim())
  if (isNew && missing.length > 0) {
    const errors = Object.fromEntries(missing.map((field) => [field, 'required']))
    return { ok: false, result: refuse(errors) }
  }
  const settings = { ...toSettings(channel, typed), ...(isNew && madeHere(channel, typed)) }
  return { ok: true, name, settings, refuse: (refusal) => refuse(toErrors(channel, refusal)) }
}

function toSettings(
  channel: ChannelKind,
  typed: Record<string, string>,
): Record<string, string | string[]> {
  const filled: Record<string, string | string[]> = {}
  for (const field of fieldsOf[channel]) {
    const value = (typed[field] ?? '').trim()
    if (field === 'allowedOrigins') filled[field] = value.split(/[\s,]+/).filter(Boolean)
    else if (value !== '') filled[field] = value
  }
  return filled
}

function madeHere(channel: ChannelKind, typed: Record<string, string>): Record<string, string> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  if (channel === 'telegram') return { secretToken: token }
  if (channel === 'whatsapp-cloud' && !typed['verifyToken']?.trim()) return { verifyToken: token }
  return {}
}

const errorOf: Record<string, FieldError> = {
  ...{ phoneNumberId: 'digits_only', wabaId: 'digits_only', botToken: 'invalid_bot_token' },
  allowedOrigins: 'invalid_origin',
  identitySecret: { code: 'too_short', values: { min: IDENTITY_SECRET_MIN } },
}

function toErrors(channel: ChannelKind, refusal: EndpointRefusal): Record<string, FieldError> {
  if (refusal.reason === 'number_taken')
    return { [channel === 'telegram' ? 'botToken' : 'phoneNumberId']: 'number_taken' }
  if (refusal.reason !== 'invalid_settings') return { '': refusal.reason }
  const fields = refusal.issues.map((issue) => issue.field.split('.')[0] ?? '')
  return Object.fromEntries(
    fields.map((field) => {
      const isShown = fieldsOf[channel].includes(field)
      return isShown ? [field, errorOf[field] ?? 'invalid'] : ['', 'invalid']
    }),
  )
}
