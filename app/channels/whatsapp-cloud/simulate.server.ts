import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import type { ChannelEnv } from '../channel.ts'
import type { SimulatedAct, SimulatedPerson, SimulatedResult } from '../simulation.ts'
import { callGraph } from './graph.server.ts'
import type { WhatsAppSettings } from './settings.ts'

const uploaded = z.looseObject({ id: z.coerce.string().min(1) })

/** The call Meta would make when this person does this: signed with the endpoint's real secret. */
export async function simulateWhatsApp(
  act: SimulatedAct,
  person: SimulatedPerson,
  settings: WhatsAppSettings,
  env: ChannelEnv,
): Promise<SimulatedResult> {
  const secret = settings.appSecret ?? env.whatsApp.appSecret
  if (!secret) return { ok: false, reason: 'no_secret' }
  const mediaId = act.kind === 'image' ? await upload(act.file, settings, env) : undefined
  if (act.kind === 'image' && !mediaId) return { ok: false, reason: 'upload_failed' }
  const value = toValue(act, person, settings, mediaId)
  if (!value) return { ok: false, reason: 'not_possible' }
  const entry = { id: settings.wabaId ?? '0', changes: [{ field: 'messages', value }] }
  const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry: [entry] }))
  const signature = createHmac('sha256', secret).update(body).digest('hex')
  const headers = {
    'content-type': 'application/json',
    'x-hub-signature-256': `sha256=${signature}`,
  }
  return { ok: true, call: { headers, body } }
}

function toValue(
  act: SimulatedAct,
  person: SimulatedPerson,
  settings: WhatsAppSettings,
  mediaId: string | undefined,
): Record<string, unknown> | undefined {
  const timestamp = String(Math.floor(Date.now() / 1000))
  const metadata = {
    display_phone_number: settings.displayPhoneNumber?.replace(/\D/g, '') ?? '',
    phone_number_id: settings.phoneNumberId,
  }
  const base = { messaging_product: 'whatsapp', metadata }
  if (act.kind === 'read') {
    const to = { recipient_id: person.number, timestamp }
    return { ...base, statuses: act.targetIds.map((id) => ({ id, status: 'read', ...to })) }
  }
  const content = toContent(act, mediaId)
  if (!content) return undefined
  const contacts = [{ wa_id: person.number, profile: { name: person.name } }]
  const id = `wamid.SIM${randomBytes(18).toString('base64url')}`
  return { ...base, contacts, messages: [{ from: person.number, id, timestamp, ...content }] }
}

function toContent(
  act: SimulatedAct,
  mediaId: string | undefined,
): Record<string, unknown> | undefined {
  switch (act.kind) {
    case 'text':
      return { type: 'text', text: { body: act.text } }
    case 'image': {
      const image = { id: mediaId, mime_type: act.file.mimeType, caption: act.text || undefined }
      return { type: 'image', image }
    }
    case 'location': {
      const place = { latitude: -1.286389, longitude: 36.817223, name: 'Nairobi' }
      return { type: 'location', location: place }
    }
    case 'contact': {
      const phones = [{ phone: '+254700000099', wa_id: '254700000099' }]
      return { type: 'contacts', contacts: [{ name: { formatted_name: 'Neema' }, phones }] }
    }
    case 'button': {
      const button_reply = { id: 'simulated', title: act.title }
      const context = act.targetId ? { context: { id: act.targetId } } : {}
      return {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply },
        ...context,
      }
    }
    case 'reaction':
      return { type: 'reaction', reaction: { message_id: act.targetId, emoji: act.emoji } }
    case 'edit': {
      const message = { type: 'text', text: { body: act.text } }
      return { type: 'edit', edit: { original_message_id: act.targetId, message } }
    }
    case 'delete':
      return { type: 'revoke', revoke: { original_message_id: act.targetId } }
    default:
      return undefined
  }
}

/** A picture has to lie with the vendor before a message can name it. */
async function upload(
  file: { name: string; mimeType: string; bytes: Buffer },
  settings: WhatsAppSettings,
  env: ChannelEnv,
): Promise<string | undefined> {
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('type', file.mimeType)
  form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.mimeType }), file.name)
  const path = `${settings.phoneNumberId}/media`
  const result = await callGraph(env, settings.accessToken, { method: 'POST', path, form })
  return result.kind === 'ok' ? uploaded.safeParse(result.body).data?.id : undefined
}
