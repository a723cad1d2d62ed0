import { z } from 'zod'
import { assistantTones } from '#app/domain/company/settings.server.ts'
import { contactLanguages } from '#app/domain/contacts/languages.ts'
import type { NamedVoice } from '#app/domain/voice/save.server.ts'
import { voicePushes, voiceStyles } from '#app/domain/voice/choices.ts'
import { optionalText } from './form-fields.ts'
import { parseForm } from './read-form.server.ts'
import type { ReadForm } from './read-form.server.ts'

const NAME_MAX = 60
const PERSONA_MAX = 1_000
const GREETING_MAX = 300
const SIGNATURE_MAX = 120
const WORDS_MAX = 2_000

const lines = optionalText(WORDS_MAX).transform((text) =>
  text.split(/\r?\n/).flatMap((line) => line.trim() || []),
)

const voiceForm = z.object({
  agentName: optionalText(NAME_MAX),
  persona: optionalText(PERSONA_MAX),
  tone: z.enum(assistantTones, 'invalid_choice'),
  style: z.enum(voiceStyles, 'invalid_choice'),
  push: z.enum(voicePushes, 'invalid_choice'),
  greeting: optionalText(GREETING_MAX),
  signature: optionalText(SIGNATURE_MAX),
  wordsToUse: lines,
  wordsToAvoid: lines.transform((all) => all.map(toAvoided).filter(({ word }) => word !== '')),
})

/** `cheap = affordable`; what stands behind may be missing. */
function toAvoided(line: string): { word: string; instead: string } {
  const [word = '', instead = ''] = line.split('=', 2).map((part) => part.trim())
  return { word, instead }
}

/** A voice as posted; its languages are boxes of one name. */
export function readVoiceForm(form: FormData): ReadForm<NamedVoice> {
  const read = parseForm(form, voiceForm)
  if (!read.ok) return read
  const ticked = new Set(form.getAll('language'))
  const languages = contactLanguages.filter((code) => ticked.has(code))
  return { ok: true, values: { ...read.values, languages } }
}
