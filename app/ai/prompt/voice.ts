import type { Company } from '#app/domain/company/queries.server.ts'
import { textsOf } from '#app/industries/texts.ts'
import type { Objection } from '#app/industries/guide.ts'
import { contactLanguageName } from '#app/domain/contacts/languages.ts'
import { teachingOf } from '#app/domain/training/teaching.ts'
import { voiceOf } from '#app/domain/voice/voice.ts'
import type { Voice } from '#app/domain/voice/voice.ts'
import { toCleanText, toOneLine } from './text.ts'
import { promptRules } from './rules.ts'

const FIELD_CHARACTERS_MAX = 300
const DESCRIPTION_CHARACTERS_MAX = 2_000
const INSTRUCTIONS_CHARACTERS_MAX = 6_000
const WORDS_CHARACTERS_MAX = 1_500
const RULE_CHARACTERS_MAX = 500

const TONES: Record<string, string> = {
  professional: 'Be professional and precise.',
  friendly: 'Be friendly and helpful.',
  casual: 'Be casual and light, as among friends.',
  formal: 'Be formal and courteous.',
}

const STYLES: Record<Voice['style'], string> = {
  concise: '',
  detailed: 'Explain fully: say the conditions and the next step, in up to eight sentences.',
  persuasive: 'Say what the customer gains by it, with what the passages tell and nothing else.',
}

const PUSHES: Record<Voice['push'], string> = {
  never: 'Do not sell: answer what was asked and offer nothing further.',
  soft: '',
  strong: 'Lead every conversation towards an order or a booking: end with one concrete next step.',
}

/**
 * The part of the prompt that stays the same for a company until its settings change: nothing
 * of the hour, the customer or the question, so that the vendor's cache can hold it.
 */
export function toStablePrompt(company: Company): string {
  const { industry, industryTextsJson } = company
  const voice = voiceOf(company.aiVoiceJson)
  const taught = teachingOf(company.aiTeachingJson)
  const { prompt, limits, objections, closings } = textsOf(industry, industryTextsJson)
  return [
    `You answer customers of ${line(company.name)} in chat${agentOf(company)}.`,
    [prompt, TONES[company.aiTone] ?? '', STYLES[voice.style], PUSHES[voice.push]]
      .filter(Boolean)
      .join(' '),
    voice.persona && `Who you are: ${toOneLine(voice.persona, DESCRIPTION_CHARACTERS_MAX)}`,
    section('Rules', promptRules),
    section('Limits', limits),
    section('Always', taught.dos.map(rule)),
    section('Never', taught.donts.map(rule)),
    section('Words', toWordLines(voice)),
    section('When somebody hesitates', objections.map(toObjectionLine)),
    section('Towards a decision', closings),
    section('Company facts', toFacts(company)),
    instructionsOf(company),
    samplesOf(taught.samples),
  ]
    .filter(Boolean)
    .join('\n\n')
}

function toWordLines(voice: Voice): string[] {
  const { languages, greeting, signature, wordsToUse, wordsToAvoid } = voice
  const spoken = languages.map((code) => contactLanguageName(code, 'en'))
  const avoided = wordsToAvoid.map(({ word, instead }) => word + (instead && ` (say ${instead})`))
  return [
    spoken.length > 0 &&
      `Write only in ${spoken.join(', ')}. To any other language answer in ${spoken[0] ?? ''}.`,
    greeting && 'The company’s greeting is put before your first reply: do not greet yourself.',
    signature && 'The company’s signature is put below your first reply: do not sign yourself.',
    wordsToUse.length > 0 && `Where they fit, use these words: ${wordsToUse.join(', ')}.`,
    avoided.length > 0 && `Never use these words: ${avoided.join(', ')}.`,
  ].flatMap((text) => (text ? [toOneLine(text, WORDS_CHARACTERS_MAX)] : []))
}

/** Examples of manner; what they say of goods and prices may be long out of date. */
function samplesOf(samples: string[]): string {
  if (samples.length === 0) return ''
  const shown = samples.map((text) => toCleanText(text, INSTRUCTIONS_CHARACTERS_MAX))
  return `How the company writes. Take the manner from these examples, never a fact, a price or a name:\n\n${shown.join('\n\n')}`
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

function rule(text: string): string {
  return toOneLine(text, RULE_CHARACTERS_MAX)
}

function line(text: string): string {
  return toOneLine(text, FIELD_CHARACTERS_MAX)
}
