import { UnknownName } from '../http/control-call.ts'
import type { Template } from './template-schema.ts'
import { postWebhook } from './webhooks.ts'
import type { World } from './world.ts'

export type Review = {
  wabaId: string
  name: string
  language?: string
  status: Template['status']
  reason?: string
}

/** Decide a template's review and tell the account's first number with a webhook. */
export async function reviewTemplate(world: World, review: Review): Promise<Template> {
  const { wabaId, name, language, status } = review
  const template = world.templates.find(
    (one) =>
      one.wabaId === wabaId && one.name === name && (language ?? one.language) === one.language,
  )
  if (!template) throw new UnknownName(`no template ${name}`)
  template.status = status
  const number = [...world.numbers.values()].find((one) => one.wabaId === wabaId && one.webhookUrl)
  const value = {
    event: status,
    message_template_id: template.id,
    message_template_name: name,
    message_template_language: template.language,
    reason: review.reason ?? 'NONE',
  }
  const changes = [{ field: 'message_template_status_update', value }]
  const payload = { object: 'whatsapp_business_account', entry: [{ id: wabaId, changes }] }
  if (number) await postWebhook(world, number, payload)
  return template
}
