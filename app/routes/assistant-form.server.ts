import { z } from 'zod'
import { assistantTones } from '#app/domain/company/settings.server.ts'
import type { AssistantSettings } from '#app/domain/company/settings.server.ts'
import { parseMoney } from '#app/i18n/money.ts'
import { checkbox, numberField, optionalText, orNull } from './form-fields.ts'

const AGENT_NAME_MAX = 40
const INSTRUCTIONS_MAX = 6_000
/** A typing mistake should not cost more than this a month. */
const BUDGET_CENTS_MAX = 10_000_000

const budget = z.string().transform((text, context) => {
  const cents = parseMoney(text, 'USD')
  if (cents !== undefined && cents <= BUDGET_CENTS_MAX) return cents
  context.addIssue({ code: 'custom', message: 'invalid_budget' })
  return z.NEVER
})

/** How the assistant answers, as posted: the threshold in per cent, the budget in dollars. */
export const assistantForm = z
  .object({
    isOn: checkbox,
    threshold: numberField(0, 100),
    budget: orNull(budget),
    returnMinutes: orNull(numberField(1, 1_440).pipe(z.number().int())),
    agentName: optionalText(AGENT_NAME_MAX),
    tone: z.enum(assistantTones, 'invalid_choice'),
    instructions: optionalText(INSTRUCTIONS_MAX),
  })
  .transform(({ threshold, budget: monthlyBudgetCents, ...form }): AssistantSettings => ({
    ...form,
    threshold: Math.round(threshold) / 100,
    monthlyBudgetCents,
  }))
