import { readLead } from '#app/ai/leads/read-lead.server.ts'
import { answerTurn } from '#app/ai/reply/answer-turn.server.ts'
import { comeBackIfAlone } from '#app/ai/reply/come-back.server.ts'
import type { ReplyDeps } from '#app/ai/reply/deps.ts'
import { suggestReply } from '#app/ai/reply/suggest.server.ts'
import type { Suggestion } from '#app/ai/reply/suggest.server.ts'
import { tryOut } from '#app/ai/reply/try-out.server.ts'
import type { TryOut } from '#app/ai/reply/try-out.server.ts'
import { checkKnowledge } from '#app/ai/checks/check-knowledge.server.ts'
import { createModel } from '#app/ai/model/client.server.ts'
import type { Model } from '#app/ai/model/client.server.ts'
import { chooseEmbedder } from '#app/ai/retrieval/embedders/choose.server.ts'
import type { Embedder } from '#app/ai/retrieval/embedders/embedder.ts'
import { listModels } from '#app/ai/retrieval/refresh/queries.server.ts'
import { refreshEmbeddings } from '#app/ai/retrieval/refresh/refresh.server.ts'
import { retrieve } from '#app/ai/retrieval/retrieve.server.ts'
import { stopSearch } from '#app/ai/retrieval/thread/search.server.ts'
import { translateDraft, translateMessages } from '#app/ai/translate/translate.server.ts'
import { noteArrival } from '#app/domain/assignment/arrival.server.ts'
import { requestAnswer } from '#app/domain/answers/request.server.ts'
import { readLeadLater } from '#app/domain/lead-fields/reading.server.ts'
import { embedLater } from '#app/domain/knowledge/follow-up.server.ts'
import { checkLater } from '#app/domain/checks/check.server.ts'
import { countPassages } from '#app/domain/knowledge/passages.server.ts'
import { isConsentMessage } from '#app/domain/contacts/consent.server.ts'
import { readConversation } from '#app/domain/analytics/read-words.server.ts'
import { recomputeScore } from '#app/domain/contacts/score.server.ts'
import type { Received } from '#app/domain/conversations/inbound.ts'
import type { JobHandlers, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { hasRoomFor } from './billing/room.server.ts'
import type { Runtime } from './runtime.server.ts'

/** What the process can ask of the assistant. */
export type AiService = {
  /** follows a customer's new message, in its transaction: the score, and an answer if one is due */
  afterReceive: (db: TenantDb, received: Received) => void
  /** job ai.answer */
  answer: NonNullable<JobHandlers<TenantDb>['ai.answer']>
  /** job ai.return */
  comeBack: NonNullable<JobHandlers<TenantDb>['ai.return']>
  /** job leads.read */
  readLead: NonNullable<JobHandlers<TenantDb>['leads.read']>
  /** job knowledge.embed */
  embed: NonNullable<JobHandlers<TenantDb>['knowledge.embed']>
  /** job knowledge.check */
  checkKnowledge: NonNullable<JobHandlers<TenantDb>['knowledge.check']>
  /** asks for new vectors where the operator's embedder is not the one that made those in use */
  checkEmbedder: (db: TenantDb) => void
  /** what the assistant would say, for a member to accept or change */
  suggest: (
    db: TenantDb,
    request: { conversationId: number; memberId: number; signal?: AbortSignal },
  ) => Promise<Suggestion>
  /** answers a made-up conversation and tells how; stores none of it */
  tryOut: (db: TenantDb, request: Parameters<typeof tryOut>[2]) => Promise<TryOut>
  /** what a customer wrote, in the reader's language */
  translate: (
    db: TenantDb,
    request: Parameters<typeof translateMessages>[2],
  ) => ReturnType<typeof translateMessages>
  /** what a member is about to send, in the customer's */
  translateDraft: (
    db: TenantDb,
    request: Parameters<typeof translateDraft>[2],
  ) => ReturnType<typeof translateDraft>
  /** cuts answers short that are being written; their jobs wait for the next process */
  interrupt: () => void
  /** whether the model writes at present, and why not */
  status: Model['status']
  /** ends the search thread */
  close: () => Promise<void>
}

/** The vendor of vectors asks to wait, or is away: how long until the next try. */
const EMBED_RETRY_MS = 60_000

export function createAi(runtime: Runtime): AiService {
  const { env } = runtime
  const stopping = new AbortController()
  const embedder = chooseEmbedder({
    ...{ embedder: env.EMBEDDER, url: env.EMBEDDINGS_URL },
    ...{ apiKey: env.EMBEDDINGS_API_KEY, model: env.EMBEDDINGS_MODEL },
  })
  const deps = createReplyDeps(runtime, embedder, stopping.signal)
  return {
    afterReceive: (db, { contactId, conversationId, messageId }) => {
      recomputeScore(db, contactId)
      readConversation(db, conversationId)
      readLeadLater(db, { contactId, conversationId, messageId })
      if (!isConsentMessage(db, messageId)) {
        requestAnswer(db, { conversationId, messageId, debounceMs: env.AI_DEBOUNCE_MS })
      }
      noteArrival(db, conversationId)
    },
    answer: (db, payload, job) => answerTurn(db, deps, payload, job),
    comeBack: comeBackIfAlone,
    readLead: (db, payload, job) => readLead(db, deps, payload, job),
    embed: (db) => embed(db, embedder),
    checkKnowledge: (db, _payload, job) => checkKnowledge(db, deps, job),
    checkEmbedder: (db) => checkEmbedder(db, embedder),
    suggest: (db, request) => suggestReply(db, deps, request),
    tryOut: (db, request) => tryOut(db, deps, request),
    translate: (db, request) => translateMessages(db, deps, request),
    translateDraft: (db, request) => translateDraft(db, deps, request),
    interrupt: () => stopping.abort(),
    status: deps.model.status,
    close: stopSearch,
  }
}

/** Vectors of what was taught; what does not fit into one run goes on in the next. */
async function embed(db: TenantDb, embedder: Embedder): Promise<JobOutcome> {
  const result = await refreshEmbeddings(db, { embedder })
  if (result.ok && !result.isDone) return { retryAfterMs: 0 }
  if (result.ok) return checkLater(db)
  if (result.reason === 'misconfigured') return { failed: result.reason }
  return { retryAfterMs: result.retryAfterMs ?? EMBED_RETRY_MS, error: result.reason }
}

function checkEmbedder(db: TenantDb, { provider, model }: Embedder): void {
  const used = listModels(db).filter((one) => one.state === 'ready')
  const isUsed = used.some((one) => one.provider === provider && one.model === model)
  if (!isUsed && (used.length > 0 || countPassages(db) > 0)) embedLater(db)
}

function createReplyDeps(runtime: Runtime, embedder: Embedder, stopping: AbortSignal): ReplyDeps {
  const { env, log } = runtime
  return {
    model: createModel({
      ...{ apiKey: env.ANTHROPIC_API_KEY, baseUrl: env.ANTHROPIC_BASE_URL, model: env.AI_MODEL },
      onAsked: ({ ok, usage, costMicros, model }) =>
        runtime.meter.noteAi(model, {
          ...{ calls: 1, failed: ok ? 0 : 1, costMicros, outputTokens: usage.output },
          inputTokens: usage.input + usage.cacheRead + usage.cacheWrite,
        }),
    }),
    retrieve: (db, question, options) => retrieve(db, question, { ...options, embedder }),
    stopping,
    mayAnswer: (db) => hasRoomFor(runtime, db, 'answers'),
    // The model's own number of a request is not ours.
    note: ({ requestId, ...fields }, event) =>
      log.info({ ...fields, ...(requestId !== undefined && { modelRequest: requestId }) }, event),
  }
}
