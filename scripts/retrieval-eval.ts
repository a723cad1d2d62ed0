// Measures retrieval on a set in BEIR's form, in a company file made for it and thrown away.
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { chooseEmbedder } from '#app/ai/retrieval/embedders/choose.server.ts'
import { readEnv } from '#app/server/env.server.ts'
import { evaluate } from './retrieval/evaluate.ts'
import type { Measured, Report } from './retrieval/evaluate.ts'

const corpusLine = z.object({
  _id: z.coerce.string(),
  title: z.string().default(''),
  text: z.string(),
})
const queryLine = z.object({
  _id: z.coerce.string(),
  text: z.string(),
  relevant: z.array(z.coerce.string()).min(1),
})

const isJson = process.argv.includes('--json')
await main()

async function main(): Promise<void> {
  const options = readOptions()
  if (!options) return
  try {
    const corpus = readLines(options.corpus, corpusLine)
    const queries = readLines(options.queries, queryLine)
    const embedder = chooseEmbedder(readSettings(options.embedder))
    const report = await evaluate({ corpus, queries }, embedder)
    if (isJson) console.log(JSON.stringify(report))
    else printTable(report)
  } catch (error) {
    fail(1, 'failed', error instanceof Error ? error.message : String(error))
  }
}

function readOptions() {
  const shape = z.strictObject({
    corpus: z.string().refine(existsSync, { message: 'no such file' }),
    queries: z.string().refine(existsSync, { message: 'no such file' }),
    embedder: z.enum(['builtin', 'voyage', 'openai']).optional(),
  })
  try {
    const text = { type: 'string' } as const
    const { values } = parseArgs({
      options: { json: { type: 'boolean' }, corpus: text, queries: text, embedder: text },
    })
    const { json: _, ...given } = values
    return shape.parse(given)
  } catch (error) {
    const isShape = error instanceof z.ZodError
    fail(2, 'wrong_arguments', isShape ? z.prettifyError(error) : String(error))
    return undefined
  }
}

function readSettings(embedder: 'builtin' | 'voyage' | 'openai' | undefined) {
  const env = readEnv()
  return {
    embedder: embedder ?? env.EMBEDDER,
    ...{ url: env.EMBEDDINGS_URL, apiKey: env.EMBEDDINGS_API_KEY, model: env.EMBEDDINGS_MODEL },
  }
}

function readLines<T>(path: string, shape: z.ZodType<T>): T[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    const parsed = shape.safeParse(JSON.parse(line))
    if (!parsed.success) throw new Error(`${path}, line ${index + 1}: ${parsed.error.message}`)
    return [parsed.data]
  })
}

function printTable(report: Report): void {
  const { fused, words, vectors, ...about } = report
  console.log(about)
  const rounded = (half: Measured) =>
    Object.fromEntries(Object.entries(half).map(([name, value]) => [name, +value.toFixed(4)]))
  console.table({ fused: rounded(fused), words: rounded(words), vectors: rounded(vectors) })
}

function fail(exitCode: number, code: string, message: string): void {
  console.error(isJson ? JSON.stringify({ error: { code, message } }) : `${code}: ${message}`)
  process.exitCode = exitCode
}
