import { z } from 'zod'
import type { Question } from './passages.ts'

/** One value that the product has a model read out of a conversation. */
export type LeadValue = { field: string; value: string; messageId: number }

const document = z.object({
  known: z.record(z.string(), z.string()),
  messages: z.array(
    z.object({
      id: z.int(),
      from: z.enum(['customer', 'company']),
      at: z.string(),
      text: z.string(),
    }),
  ),
})
const FIELD_LINE = /^- (\w+) \((\w+)(?:: ([^)]*))?\): (.*?)(?: Often said: (.*)\.)?$/gm
const ITEM = ['field', 'messageId', 'value'].join()

type Field = { key: string; kind: string; options: string[]; words: string[] }

/** True when a format asks for values of a lead, each with its message. */
export function isLeadSchema(schema: Record<string, unknown>): boolean {
  const parsed = z
    .object({
      properties: z
        .object({
          fields: z.object({ items: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
        })
        .strict(),
    })
    .safeParse(schema)
  if (!parsed.success) return false
  return Object.keys(parsed.data.properties.fields.items.properties).sort().join() === ITEM
}

/**
 * Reads like a careful, dull model: the newest customer message that says something of a field,
 * by the words the instructions give. The same request gives the same values.
 */
export function answerLead(question: Question): { fields: LeadValue[] } {
  const read = document.parse(JSON.parse(question.customerText))
  const said = read.messages.filter(({ from }) => from === 'customer').reverse()
  const fields = [...question.systemText.matchAll(FIELD_LINE)].map(toField)
  return {
    fields: fields.flatMap((field) => {
      for (const { id, text, at } of said) {
        const value = readValue(field, text, at)
        if (value === undefined) continue
        return value === read.known[field.key] ? [] : [{ field: field.key, value, messageId: id }]
      }
      return []
    }),
  }
}

function toField([, key, kind, options, , words]: RegExpExecArray | RegExpMatchArray): Field {
  const toList = (text: string | undefined) => (text ? text.split(', ') : [])
  return { key: key ?? '', kind: kind ?? '', options: toList(options), words: toList(words) }
}

function readValue({ kind, options, words }: Field, text: string, at: string): string | undefined {
  const plain = text.toLowerCase()
  const hit = words.find((word) => new RegExp(`\\b${word}`, 'i').test(plain))
  if (kind === 'money') return hit ? toAmount(partWith(plain, hit)) : undefined
  if (kind === 'date') return words.length === 0 || hit ? toDay(plain, at) : undefined
  if (kind === 'choice') return options.find((value) => plain.includes(value.replaceAll('_', ' ')))
  if (kind === 'yes_no') return hit && (/\b(no|not|without|sina)\b/.test(plain) ? 'no' : 'yes')
  if (kind === 'number') return hit ? toCount(plain, hit) : undefined
  return hit && partWith(text, hit)
}

/** The sentence that holds a word. */
function partWith(text: string, hit: string): string {
  const parts = text.split(/[!?\n]|\.(?=\s|$)/)
  return parts.find((part) => part.toLowerCase().includes(hit))?.trim() ?? ''
}

function toAmount(plain: string): string | undefined {
  const found = /(\d[\d,]{2,}|\d+(?:\.\d+)?(?=\s*(?:k|m)\b))\s*(k|m)?\b/.exec(plain)
  if (!found) return undefined
  const scale = found[2] === 'k' ? 1_000 : found[2] === 'm' ? 1_000_000 : 1
  return String(Math.round(Number(found[1]!.replaceAll(',', '')) * scale))
}

function toCount(plain: string, hit: string): string | undefined {
  return new RegExp(`(\\d+)\\s+(?:\\w+\\s+)?${hit}|${hit}\\s+(\\d+)`)
    .exec(plain)
    ?.slice(1)
    .find(Boolean)
}

function toDay(plain: string, at: string): string | undefined {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(plain)?.[0]
  if (iso) return iso
  if (!/\b(tomorrow|kesho)\b/.test(plain)) return undefined
  return new Date(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) + 86_400_000)
    .toISOString()
    .slice(0, 10)
}
