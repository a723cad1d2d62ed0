import { z } from 'zod'

const REPLY_CHARACTERS_MAX = 20_000
const REASON_CHARACTERS_MAX = 500
const SOURCES_MAX = 50

/**
 * The structured answer that every model request asks for: these five fields and no other, so
 * that a fake, a replay or an evaluation can be written against it. The vendor takes no numeric
 * limits in a schema, so they are checked on what comes back.
 */
export const answerFormat = {
  type: 'json_schema' as const,
  schema: {
    type: 'object',
    additionalProperties: false,
    required: ['reply', 'sources', 'confidence', 'handOver', 'handOverReason'],
    properties: {
      reply: {
        type: 'string',
        description: 'What the customer reads, in the customer’s language.',
      },
      sources: {
        type: 'array',
        items: { type: 'integer' },
        description: 'Numbers of the passages that the reply rests on.',
      },
      confidence: {
        type: 'number',
        description: 'How sure you are that the reply is right and complete, from 0 to 1.',
      },
      handOver: { type: 'boolean', description: 'True when a colleague should take over.' },
      handOverReason: {
        anyOf: [{ type: 'string' }, { type: 'null' }],
        description: 'Why, in one short sentence for the colleague; null when handOver is false.',
      },
    },
  },
}

const modelAnswer = z
  .object({
    reply: z.string().max(REPLY_CHARACTERS_MAX),
    sources: z.array(z.number().int()).max(SOURCES_MAX),
    confidence: z.number().min(0).max(1),
    handOver: z.boolean(),
    handOverReason: z.string().nullable(),
  })
  .strict()
  .refine((answer) => answer.handOver || answer.reply.trim() !== '', 'an answer needs words')

export type ModelAnswer = z.infer<typeof modelAnswer>

/**
 * Reads what a model wrote. Sources that were not offered are dropped, doubles too.
 *
 * @returns undefined when it is not the format, or a figure is out of range
 */
export function parseModelAnswer(text: string, sourcesOffered: number): ModelAnswer | undefined {
  const parsed = modelAnswer.safeParse(toJson(text))
  if (!parsed.success) return undefined
  const known = parsed.data.sources.filter((number) => number >= 1 && number <= sourcesOffered)
  const handOverReason = parsed.data.handOverReason?.slice(0, REASON_CHARACTERS_MAX) ?? null
  return { ...parsed.data, sources: [...new Set(known)], handOverReason }
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
