import { z } from 'zod'
import { alertRoles } from '#app/platform/alerts/kinds.ts'
import type { AlertKind, AlertRule } from '#app/platform/alerts/kinds.ts'
import { checkbox, numberField, requiredText, wholeNumberField } from '#app/routes/form-fields.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import type { ReadForm } from '#app/routes/read-form.server.ts'
import { thresholdRange, toThreshold } from './threshold.ts'

const AGAIN_HOURS_MAX = 24 * 90
const URL_MAX = 500
const SECRET_MIN = 16
const SECRET_MAX = 200

/** A posted rule, with its threshold as it is kept. */
export async function readRule(
  request: Request,
  kind: AlertKind,
): Promise<ReadForm<Omit<AlertRule, 'updatedAt'>>> {
  const { min, max } = thresholdRange(kind)
  const schema = z.object({
    ...{ isOn: checkbox, byMail: checkbox, byWebhook: checkbox },
    threshold: numberField(min, max),
    againHours: wholeNumberField(0, AGAIN_HOURS_MAX),
    ...{ 'role-owner': checkbox, 'role-admin': checkbox, 'role-support': checkbox },
  })
  const read = await readForm(request, schema)
  if (!read.ok) return read
  const { isOn, byMail, byWebhook, threshold, againHours, ...boxes } = read.values
  const roles = alertRoles.filter((role) => boxes[`role-${role}`])
  const rule = { kind, isOn, byMail, byWebhook, againHours, roles }
  return { ok: true, values: { ...rule, threshold: toThreshold(kind, threshold) } }
}

const hookSchema = z.object({
  url: requiredText(URL_MAX).pipe(z.url({ protocol: /^https?$/, message: 'invalid_url' })),
  secret: z.string().trim().min(SECRET_MIN, 'too_short').max(SECRET_MAX, 'too_long'),
})

export function readHook(request: Request) {
  return readForm(request, hookSchema)
}
