import { answerBuiltin } from '#app/ai/builtin/assistant.server.ts'
import { detectLanguage } from '#app/ai/builtin/language.ts'
import type { ModelResult } from '#app/ai/model/client.server.ts'
import type { ModelFailureReason } from '#app/ai/model/failure.ts'
import { toPrompt } from '#app/ai/prompt/prompt.ts'
import { quotesRules } from '#app/ai/prompt/rules.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import type { Thread } from '#app/domain/answers/thread.server.ts'
import { findProduct } from '#app/domain/catalog/products.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { combineConfidence } from './confidence.ts'
import type { ReplyDeps } from './deps.ts'
import { toSearchText, toTextBefore, toTurnText } from './question.ts'
import { hasForeignLink, toPlainReply } from './reply-text.ts'

/** An answer before anybody decided whether it goes out. */
export type Draft = {
  writer: 'model' | 'builtin' | 'none'
  reply: string
  /** numbers of the passages it rests on */
  cited: number[]
  confidence: number
  /** the writer's own figure, null when nobody wrote */
  ownConfidence: number | null
  handOver: boolean
  handOverReason: string | null
  passages: UsedPassage[]
  language: Language
  /** the model request, when one was made */
  result: ModelResult | undefined
  /** why the model did not write, when it did not */
  error: ModelFailureReason | 'retrieval_failed' | null
}

export type DraftRequest = { thread: Thread; company: Company; now: number; signal?: AbortSignal }

/**
 * Writes an answer to the turn: passages, then the model, and where that fails the built-in
 * assistant over the same passages. `writer: 'none'` when neither knew an answer.
 */
export async function writeDraft(
  db: TenantDb,
  deps: ReplyDeps,
  request: DraftRequest,
): Promise<Draft> {
  const { thread, company, now, signal } = request
  const { earlier, turn } = thread
  const search = toSearchText(toTurnText(turn), toTextBefore(earlier))
  const passages = await findPassages(db, deps, search)
  const prompt = toPrompt({ company, passages, earlier, turn, now })
  const result = signal?.aborted ? undefined : await deps.model.ask(prompt, signal)
  const text = toTurnText(turn)
  const language = detectLanguage(text, thread.contact.language ?? company.language)
  const common = { passages, language, result }
  const checked = result?.ok ? checkAnswer(result, company, passages) : undefined
  if (checked?.ok) return { ...common, ...checked.draft, error: null }
  const error = checked?.reason ?? (result && !result.ok ? result.reason : 'cancelled')
  return { ...common, ...writeBuiltin(db, request, { passages, language }), error }
}

/** Retrieval that fails leaves the model without passages, which then knows that it knows nothing. */
async function findPassages(db: TenantDb, deps: ReplyDeps, search: string): Promise<UsedPassage[]> {
  try {
    const found = await deps.retrieve(db, search)
    return found.map((passage, index) => ({ ...passage, number: index + 1 }))
  } catch (err) {
    deps.note({ err }, 'retrieval failed')
    return []
  }
}

type Written = Omit<Draft, 'passages' | 'language' | 'result' | 'error'>

/** Well-formed is not enough: our own instructions and links from nowhere do not go out. */
function checkAnswer(
  result: Extract<ModelResult, { ok: true }>,
  company: Company,
  passages: UsedPassage[],
): { ok: true; draft: Written } | { ok: false; reason: ModelFailureReason } {
  const { answer } = result
  const reply = toPlainReply(answer.reply)
  if (reply === '' && !answer.handOver) return { ok: false, reason: 'empty' }
  if (quotesRules(reply)) return { ok: false, reason: 'leaked_prompt' }
  const known = [...passages.map(({ title, text }) => `${title} ${text}`), ...ownLinks(company)]
  if (hasForeignLink(answer.reply, known)) return { ok: false, reason: 'unsourced_link' }
  const cited = answer.sources
  return {
    ok: true,
    draft: {
      ...{ writer: 'model', reply, cited, ownConfidence: answer.confidence },
      confidence: combineConfidence(answer.confidence, scoresOf(passages, cited)),
      ...{ handOver: answer.handOver, handOverReason: answer.handOverReason },
    },
  }
}

function ownLinks(company: Company): string[] {
  return [company.website ?? '', company.description, company.aiInstructions]
}

function writeBuiltin(
  db: TenantDb,
  { thread, company }: DraftRequest,
  context: { passages: UsedPassage[]; language: Language },
): Written {
  const written = answerBuiltin({
    ...context,
    text: toTurnText(thread.turn),
    before: toTextBefore(thread.earlier),
    companyName: company.name,
    findProduct: (id) => {
      const product = findProduct(db, id)
      return product?.isActive ? product : undefined
    },
  })
  const unsaid = { handOver: false, handOverReason: null }
  if (!written) {
    return { writer: 'none', reply: '', cited: [], confidence: 0, ownConfidence: null, ...unsaid }
  }
  const { reply, cited, confidence: own } = written
  const confidence = combineConfidence(own, scoresOf(context.passages, cited))
  return { writer: 'builtin', reply, cited, confidence, ownConfidence: own, ...unsaid }
}

function scoresOf(passages: UsedPassage[], cited: number[]): number[] {
  return passages.filter(({ number }) => cited.includes(number)).map(({ score }) => score)
}
