import type { Company } from '#app/domain/company/queries.server.ts'
import { textsOf } from '#app/industries/texts.ts'
import type { Objection } from '#app/industries/guide.ts'
import { toCleanText, toOneLine } from './text.ts'
import { promptRules } from './rules.ts'

const FIELD_CHARACTERS_MAX = 300
const DESCRIPTION_CHARACTERS_MAX = 2_000
const INSTRUCTIONS_CHARACTERS_MAX = 6_000

const TONES: Record<string, string> = {
  professional: 'Be professional and precise.',
  friendly: 'Be friendly and helpful.',
  casual: 'Be casual and light, as among friends.',
  formal: 'Be formal and courteous.',
}

/**
 * The part of the prompt that stays the same for a company until its settings change: nothing
 * of the hour, the customer or the question, so that the vendor's cache can hold it.
 */
export function toStablePrompt(company: Company): string {
  const { industry, industryTextsJson } = company
  const { prompt, limits, objections, closings } = textsOf(industry, industryTextsJson)
  return [
    `You answer customers of ${line(company.name)} in chat${agentOf(company)}.`,
    [prompt, TONES[company.aiTone] ?? ''].join(' ').trim(),
    section('Rules', promptRules),
    section('Limits', limits),
    section('When somebody hesitates', objections.map(toObjectionLine)),
    section('Towards a decision', closings),
    section('Company facts', toFacts(company)),
    instructionsOf(company),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function toObjectionLine({ said, answer }: Objection): string {
  return `“${said}” – ${answer}`
}

function agentOf(company: Company): string {
  return company.aiAgentName ? ` as ${line(company.aiAgentName)}, its automatic assistant` : ''
}

function toFacts(company: Company): string[] {
  const { name, description, address, phone, email, website, currency } = company
  return [
    `Name: ${line(name)}`,
    description && `About: ${toOneLine(description, DESCRIPTION_CHARACTERS_MAX)}`,
    address && `Address: ${line(address)}`,
    phone && `Phone: ${line(phone)}`,
    email && `E-mail: ${line(email)}`,
    website && `Website: ${line(website)}`,
    `Currency: ${currency}`,
  ].filter((fact): fact is string => Boolean(fact))
}

function instructionsOf(company: Company): string {
  const own = toCleanText(company.aiInstructions, INSTRUCTIONS_CHARACTERS_MAX)
  return own && `The company adds:\n${own}`
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return ''
  return `${title}:\n${lines.map((text) => `- ${text}`).join('\n')}`
}

function line(text: string): string {
  return toOneLine(text, FIELD_CHARACTERS_MAX)
}
