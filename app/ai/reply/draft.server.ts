import { answerBuiltin } from '#app/ai/builtin/assistant.server.ts'
import { detectLanguage } from '#app/ai/builtin/language.ts'
import type { CheckedClaim, Rejected } from '#app/domain/answers/claim.ts'
import type { ModelResult } from '#app/ai/model/client.server.ts'
import type { ModelFailureReason } from '#app/ai/model/failure.ts'
import { toPrompt } from '#app/ai/prompt/prompt.ts'
import { toReference } from '#app/ai/prompt/reference.server.ts'
import type { PlannedCall, ToolScope } from '#app/ai/tools/tool.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import type { Thread } from '#app/domain/answers/thread.server.ts'
import { voiceOf } from '#app/domain/voice/voice.ts'
import { dress } from '#app/ai/voice/dress.ts'
import { findProduct } from '#app/domain/catalog/products.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { askModel } from './ask-model.server.ts'
import type { Asked, CheckedAnswer } from './ask-model.server.ts'
import { checkReply } from './claim-sources.ts'
import type { Grounds } from './claim-sources.ts'
import { combineConfidence } from './confidence.ts'
import type { ReplyDeps } from './deps.ts'
import { toSearchText, toTextBefore, toTurnText } from './question.ts'

/** An answer before anybody decided whether it goes out. */
export type Draft = {
  writer: 'model' | 'builtin' | 'none'
  reply: string
  /** numbers of the passages it rests on */
  cited: number[]
  confidence: number
  /** how likely the passages answer the question at all, 0..1 */
  retrievalScore: number
  /** the writer's own figure, null when nobody wrote */
  ownConfidence: number | null
  handOver: boolean
  handOverReason: string | null
  passages: UsedPassage[]
  /** how many of them were found before the model was asked; it searched for the others itself */
  givenPassages: number
  /** what the model looked up, and what is to be done when the answer is sent */
  calls: PlannedCall[]
  /** what the reply names, and where it stands */
  claims: CheckedClaim[]
  /** what the model wrote before, and was not let say */
  rejected: Rejected | null
  language: Language
  /** what came of asking the model */
  result: ModelResult
  /** why the model did not write, when it did not */
  error: ModelFailureReason | null
}

export type DraftRequest = { thread: Thread; company: Company; now: number; signal?: AbortSignal }

type Correction = { from: string; to: string }
type Context = { passages: UsedPassage[]; retrievalScore: number; language: Language }

/**
 * Writes an answer to the turn: passages, then the model, and where that fails the built-in
 * assistant over the same passages. `writer: 'none'` when neither knew an answer.
 */
export async function writeDraft(
  db: TenantDb,
  deps: ReplyDeps,
  request: DraftRequest,
): Promise<Draft> {
  const draft = await compose(db, deps, request)
  const isFirst = !request.thread.earlier.some(({ isInbound }) => !isInbound)
  const voice = voiceOf(request.company.aiVoiceJson)
  return { ...draft, reply: dress(draft.reply, voice, isFirst) }
}

async function compose(db: TenantDb, deps: ReplyDeps, request: DraftRequest): Promise<Draft> {
  const { thread, company, now, signal } = request
  const { earlier, turn, contact } = thread
  const text = toTurnText(turn)
  const language = detectLanguage(text, contact.language ?? company.language)
  const search = toSearchText(text, toTextBefore(earlier))
  const found = await findPassages(db, deps, { search, language })
  const { passages, retrievalScore, corrections } = found
  const context: Context = { passages, retrievalScore, language }
  const reference = toReference(tenantIdOf(db))
  const prompt = toPrompt({ company, passages, earlier, turn, now, reference })
  const grounds = { prompt, thread, currency: company.currency }
  const scope: ToolScope = { db, deps, company, thread, language, now, passages: [...passages] }
  const asked = await askModel(deps, { grounds, scope, signal })
  const { result, rejected, calls } = asked
  const common = { ...context, result, rejected, calls, givenPassages: passages.length }
  if (asked.ok) {
    const seen = { ...context, ...toSeen(scope, asked, retrievalScore) }
    return { ...common, ...seen, ...toWritten(asked.answer, seen), error: null }
  }
  // What the model wanted to have done is not done when somebody else writes the answer.
  const undone = { ...common, calls: calls.map(withoutEffect), error: asked.reason }
  if (asked.reason === 'tool_loop') return { ...undone, ...nothingWritten }
  const builtin = { ...context, corrections, grounds: { ...grounds, passages, looked: [] } }
  return { ...undone, ...writeBuiltin(db, request, builtin) }
}

/** All passages the model was shown, and how well the best search fits. */
function toSeen(scope: ToolScope, asked: Asked, retrievalScore: number) {
  const score = Math.max(retrievalScore, asked.searchConfidence)
  return { passages: scope.passages, retrievalScore: score }
}

function withoutEffect({ effect: _, ...call }: PlannedCall): PlannedCall {
  return call
}

/** Retrieval that fails leaves the model without passages, which then knows that it knows nothing. */
async function findPassages(
  db: TenantDb,
  deps: ReplyDeps,
  { search, language }: { search: string; language: Language },
) {
  try {
    const { passages, confidence, corrections = [] } = await deps.retrieve(db, search, { language })
    return {
      passages: passages.map(
        ({ id, sourceKind, sourceId, title, text, page, url, score }, index) => ({
          ...{
            number: index + 1,
            passageId: id,
            sourceKind,
            sourceId,
            title,
            text,
            page,
            url,
            score,
          },
        }),
      ),
      ...{ retrievalScore: confidence, corrections },
    }
  } catch (err) {
    deps.note({ tenant: tenantIdOf(db), err }, 'retrieval failed')
    return { passages: [], retrievalScore: 0, corrections: [] }
  }
}

type Written = Omit<
  Draft,
  keyof Context | 'result' | 'rejected' | 'error' | 'calls' | 'givenPassages'
>

const nothingWritten: Written = {
  ...{ writer: 'none', reply: '', cited: [], claims: [], confidence: 0, ownConfidence: null },
  ...{ handOver: false, handOverReason: null },
}

function toWritten(answer: CheckedAnswer, context: Context): Written {
  const { confidence: own, cited, ...rest } = answer
  const confidence = combine(own, cited, context)
  return { ...rest, writer: 'model', cited, confidence, ownConfidence: own }
}

function writeBuiltin(
  db: TenantDb,
  { thread, company }: DraftRequest,
  context: Context & { corrections: Correction[]; grounds: Grounds },
): Written {
  const written = answerBuiltin({
    ...{ passages: context.passages, language: context.language, company },
    text: respell(toTurnText(thread.turn), context.corrections),
    before: toTextBefore(thread.earlier),
    findProduct: (id) => {
      const product = findProduct(db, id)
      return product?.isActive ? product : undefined
    },
  })
  if (!written) return nothingWritten
  const { reply, cited, confidence: own } = written
  const claims = checkReply(reply, cited, context.grounds)
  const confidence = combine(own, cited, context)
  const ownConfidence = own
  const unsaid = { handOver: false, handOverReason: null }
  return { writer: 'builtin', reply, cited, claims, confidence, ownConfidence, ...unsaid }
}

/** The words as retrieval understood them. */
function respell(text: string, corrections: Correction[]): string {
  const known = new Map(corrections.map(({ from, to }) => [from.toLowerCase(), to]))
  return text.replace(/[\p{L}\p{N}]+/gu, (word) => known.get(word.toLowerCase()) ?? word)
}

function combine(own: number, cited: number[], { retrievalScore }: Context): number {
  return combineConfidence(own, { confidence: retrievalScore, isCited: cited.length > 0 })
}
