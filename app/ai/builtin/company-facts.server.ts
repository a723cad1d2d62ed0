import { toHoursLines } from '#app/ai/prompt/hours.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** What the company's settings say about it; empty where nothing was entered. */
export type CompanyFacts = {
  name: string
  address: string | null
  phone: string | null
  email: string | null
  hoursJson: string
}

/** Beside these, a question may name nothing else, or it is about something else. */
const GENERAL = new Set(['shop', 'compani', 'offic', 'busi', 'branch', 'today', 'tomorrow'])
const DAYS = new Set([
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'weekend',
])
const HOURS = new Set([...DAYS, 'hour', 'open', 'close', 'work'])

/**
 * Where the company is, how to reach it and when it is open, from its own settings.
 *
 * @param asked the ideas of one question
 * @returns undefined when the question is about anything else, or the setting is empty
 */
export function findFact(
  asked: Set<string>,
  { company, language }: { company: CompanyFacts; language: Language },
): string | undefined {
  const t = translator(language)
  const { address, phone, email } = company
  const asksOnly = (about: Set<string>) =>
    [...asked].some((idea) => about.has(idea)) &&
    [...asked].every((idea) => about.has(idea) || GENERAL.has(idea))
  if (address && asksOnly(new Set(['location']))) return t('ai.factAddress', { address })
  if (phone && asksOnly(new Set(['contact', 'phone']))) return t('ai.factPhone', { phone })
  if (email && asksOnly(new Set(['email']))) return t('ai.factEmail', { email })
  if (!asksOnly(HOURS)) return undefined
  const lines = toHoursLines(company.hoursJson)
  return lines.length > 0 ? [t('ai.factHours'), ...lines].join('\n') : undefined
}
