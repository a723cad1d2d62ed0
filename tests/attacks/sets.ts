import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { z } from 'zod'

/** How it reaches the model: in the customer's message, or in a document of the company. */
export type Attack = { set: string; text: string; through: 'message' | 'document' }
/** A sentence that only looks like one. */
export type Harmless = { set: string; text: string }

const csvRow = z.object({ prompt: z.string().min(1) })
const sentences = z.array(z.object({ prompt: z.string().min(1) }))
const byKind = z.record(z.string(), z.array(z.string().min(1)))

/**
 * Reads every set of a folder by its form: CSV with a `prompt` column (written by customers), a
 * JSON object of lists (hidden in documents), a JSON list of `{prompt}` (harmless).
 */
export function readSets(dir: string): { attacks: Attack[]; harmless: Harmless[] } {
  const attacks: Attack[] = []
  const harmless: Harmless[] = []
  for (const set of readdirSync(dir).sort()) {
    const text = readFileSync(join(dir, set), 'utf8')
    if (set.endsWith('.csv')) {
      const { data } = Papa.parse(text, { header: true, skipEmptyLines: true })
      const rows = z.array(csvRow).parse(data)
      attacks.push(
        ...rows.map(({ prompt }) => ({ set, text: prompt, through: 'message' as const })),
      )
    }
    if (!set.endsWith('.json')) continue
    const json: unknown = JSON.parse(text)
    if (Array.isArray(json)) {
      harmless.push(...sentences.parse(json).map(({ prompt }) => ({ set, text: prompt })))
    } else {
      const found = Object.values(byKind.parse(json)).flat()
      attacks.push(...found.map((one) => ({ set, text: one, through: 'document' as const })))
    }
  }
  return { attacks, harmless }
}
