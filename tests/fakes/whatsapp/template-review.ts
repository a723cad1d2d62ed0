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

/** Words that no review lets pass. */
const FORBIDDEN = /lottery|bitcoin|guaranteed win/i

/** Reviews a new or changed template by itself, where the settings say so. */
export function reviewLater(world: World, template: Template): void {
  const { reviewMs } = world.settings
  if (reviewMs === null) return
  const { wabaId, name, language } = template
  const isBad = template.components.some((one) => FORBIDDEN.test(one.text ?? ''))
  const word = isBad
    ? ({ status: 'REJECTED', reason: 'ABUSIVE_CONTENT' } as const)
    : ({ status: 'APPROVED' } as const)
  const review = () => reviewTemplate(world, { wabaId, name, language, ...word })
  world.background.run(async () => {
    if (!(await world.background.sleep(reviewMs))) return
    // It may have been deleted meanwhile.
    if (world.templates.includes(template)) await review()
  })
}
