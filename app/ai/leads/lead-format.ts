import { z } from 'zod'
import type { LeadField } from '#app/industries/lead-field.ts'

const VALUE_CHARACTERS_MAX = 400
const VALUES_MAX = 60

/** The form in which a model says what it read; only the trade's own fields can be named. */
export function toLeadFormat(fields: readonly LeadField[]) {
  return {
    type: 'json_schema' as const,
    schema: {
      type: 'object',
      additionalProperties: false,
      required: ['fields'],
      properties: {
        fields: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['field', 'value', 'messageId'],
            properties: {
              field: { type: 'string', enum: fields.map(({ key }) => key) },
              value: { type: 'string', description: 'In the form given for the field.' },
              messageId: {
                type: 'integer',
                description: 'The id of the customer’s message that says so.',
              },
            },
          },
        },
      },
    },
  }
}

const leadAnswer = z
  .object({
    fields: z
      .array(
        z
          .object({
            field: z.string(),
            value: z.string().max(VALUE_CHARACTERS_MAX),
            messageId: z.number().int(),
          })
          .strict(),
      )
      .max(VALUES_MAX),
  })
  .strict()

export type LeadAnswer = z.infer<typeof leadAnswer>

/** @returns undefined when it is not the form; whether its values are true is checked later */
export function parseLeadAnswer(text: string): LeadAnswer | undefined {
  try {
    const parsed = leadAnswer.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
