import { z } from 'zod'
import { toStartAddress } from '#app/domain/websites/address.ts'
import { assistantTones } from '#app/domain/company/settings.server.ts'
import type { ChosenFaq, ChosenProduct } from '#app/domain/onboarding/starter.server.ts'
import type { RepStep, SetupStep } from '#app/domain/onboarding/steps.ts'
import { parseMoney } from '#app/i18n/money.ts'
import { guideOf } from '#app/industries/guides.ts'
import { industrySlugs } from '#app/industries/industry.ts'
import { emailField, needed, personNameField } from '#app/routes/account/fields.ts'
import { profileForm } from '#app/routes/company-form.server.ts'
import { optionalText } from '#app/routes/form-fields.ts'
import { hoursForm } from '#app/routes/hours-form.server.ts'
import { parseHex } from '#app/ui/color.ts'

export const FAQS_ASKED = 3
export const INVITATIONS_ASKED = 3
const FAQ_CHARACTERS_MAX = 1_000
const ADDRESS_MAX = 2_000
/** Roles a company gives while it sets up; the others are given at /members. */
export const invitedRoles = ['admin', 'manager', 'agent'] as const

export type Invited = { email: string; role: (typeof invitedRoles)[number] }

const industryForm = z.object({
  industry: z.enum(industrySlugs, { error: 'industry_unknown' }),
})

const addressForm = z.object({ slug: needed.transform((value) => value.trim().toLowerCase()) })

const lookForm = z.object({
  accentColor: z
    .string()
    .transform((text) => parseHex(text) ?? '')
    .refine((hex) => hex !== '', 'invalid_color'),
})

const assistantForm = z
  .object({
    ...{ agentName: optionalText(40), tone: z.enum(assistantTones, 'invalid_choice') },
    website: optionalText(ADDRESS_MAX),
  })
  .catchall(z.string())
  .transform(({ agentName, tone, website, ...rest }, context) => {
    const faqs = numbers(FAQS_ASKED).flatMap((number): ChosenFaq[] => {
      const question = (rest[`question_${number}`] ?? '').trim()
      const answer = (rest[`answer_${number}`] ?? '').trim()
      // A question without an answer is one that was taken away.
      if (answer === '') return []
      const issue = (path: string, message: string) =>
        context.addIssue({ code: 'custom', message, path: [`${path}_${number}`] })
      if (question === '') issue('question', 'required')
      if (answer.length > FAQ_CHARACTERS_MAX) issue('answer', 'faq_too_long')
      return [{ question, answer }]
    })
    const startUrl = website ? toStartAddress(website) : null
    if (startUrl === undefined)
      context.addIssue({ code: 'custom', message: 'invalid_address', path: ['website'] })
    return { agentName, tone, faqs, website: startUrl ?? null }
  })

const teamForm = z.record(z.string(), z.string()).transform((typed, context) => {
  const known = new Set<string>()
  return numbers(INVITATIONS_ASKED).flatMap((number): Invited[] => {
    const text = (typed[`email_${number}`] ?? '').trim()
    if (text === '') return []
    const email = emailField.safeParse(text)
    const role = invitedRoles.find((one) => one === typed[`role_${number}`])
    const issue = (path: string, message: string) =>
      context.addIssue({ code: 'custom', message, path: [`${path}_${number}`] })
    if (!email.success) issue('email', 'invalid_email')
    else if (known.has(email.data)) issue('email', 'email_taken')
    if (!role) issue('role', 'invalid_choice')
    if (!email.success || !role) return []
    known.add(email.data)
    return [{ email: email.data, role }]
  })
})

const planForm = z.object({
  ...{ planId: needed, ownerName: personNameField, ownerEmail: emailField },
})

/** Boxes of the starter's goods, with prices as somebody may have changed them. */
export function catalogueForm(industry: string, currency: string) {
  return z.record(z.string(), z.string()).transform((typed, context) =>
    guideOf(industry).products.flatMap((product, index): ChosenProduct[] => {
      const number = index + 1
      if (typed[`take_${number}`] === undefined) return []
      const { name, description } = product
      const priceMinor = parseMoney((typed[`price_${number}`] ?? '').trim(), currency)
      if (priceMinor === undefined)
        context.addIssue({ code: 'custom', message: 'invalid_number', path: [`price_${number}`] })
      return [{ number, name, description, priceMinor: priceMinor ?? 0 }]
    }),
  )
}

/** What each step posts; that of the catalogue depends on the trade. */
export const stepForms = {
  business: profileForm,
  industry: industryForm,
  address: addressForm,
  hours: hoursForm,
  look: lookForm,
  assistant: assistantForm,
  team: teamForm,
  plan: planForm,
} satisfies Partial<Record<RepStep | SetupStep, z.ZodType>>

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
