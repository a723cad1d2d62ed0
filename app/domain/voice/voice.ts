import { z } from 'zod'
import { voicePushes, voiceStyles } from './choices.ts'

/** `instead` empty: the word has no other, and what holds it is left out. */
export type AvoidedWord = { word: string; instead: string }

const words = z.array(z.string()).catch([])

/** How an assistant speaks, beside its name and tone. Empty parts are not spoken of. */
const voice = z.object({
  persona: z.string().catch(''),
  style: z.enum(voiceStyles).catch('concise'),
  push: z.enum(voicePushes).catch('soft'),
  /** contact languages' codes; none: whichever the customer writes */
  languages: words,
  greeting: z.string().catch(''),
  signature: z.string().catch(''),
  wordsToUse: words,
  wordsToAvoid: z.array(z.object({ word: z.string(), instead: z.string() })).catch([]),
})

export type Voice = z.infer<typeof voice>

/** A company's voice; the standard one where nothing was set. */
export function voiceOf(json: string | null | undefined): Voice {
  try {
    return voice.parse(json ? JSON.parse(json) : {})
  } catch {
    return voice.parse({})
  }
}
