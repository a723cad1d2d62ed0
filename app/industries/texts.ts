import { z } from 'zod'
import { guideOf } from './guides.ts'
import { industryOf } from './registry.ts'

/** A prompt holds all of it with every answer. */
export const PROMPT_CHARACTERS_MAX = 1_500
export const LINE_CHARACTERS_MAX = 400
export const LINES_MAX = 10
export const OBJECTIONS_MAX = 8

const line = z.string().trim().min(1).max(LINE_CHARACTERS_MAX)

/** What an assistant is told about a trade. `limits` are what it must never do there. */
export const industryTexts = z.object({
  prompt: z.string().trim().min(1).max(PROMPT_CHARACTERS_MAX),
  limits: z.array(line).max(LINES_MAX),
  objections: z.array(z.object({ said: line, answer: line })).max(OBJECTIONS_MAX),
  closings: z.array(line).max(LINES_MAX),
})

export type IndustryTexts = z.infer<typeof industryTexts>

/** As the product brings them. */
export function standardTexts(industry: string): IndustryTexts {
  const { prompt, limits } = industryOf(industry)
  const { objections, closings } = guideOf(industry)
  return {
    prompt,
    limits: [...limits],
    objections: objections.map((one) => ({ ...one })),
    closings: [...closings],
  }
}

/** Those that count for a company: the platform's where it changed them, otherwise the standard. */
export function textsOf(industry: string, changedJson: string | null | undefined): IndustryTexts {
  return (changedJson && parseTexts(changedJson)) || standardTexts(industry)
}

/** undefined when it is not what this version knows */
export function parseTexts(json: string): IndustryTexts | undefined {
  try {
    return industryTexts.safeParse(JSON.parse(json)).data
  } catch {
    return undefined
  }
}
