import { answerTurn } from '#app/ai/reply/answer-turn.server.ts'
import type { ReplyDeps } from '#app/ai/reply/deps.ts'
import { suggestReply } from '#app/ai/reply/suggest.server.ts'
import type { Suggestion } from '#app/ai/reply/suggest.server.ts'
import { createModel } from '#app/ai/model/client.server.ts'
import type { Model } from '#app/ai/model/client.server.ts'
import { chooseEmbedder } from '#app/ai/retrieval/embedders/choose.server.ts'
import { retrieve } from '#app/ai/retrieval/retrieve.server.ts'
import { requestAnswer } from '#app/domain/answers/request.server.ts'
import { recomputeScore } from '#app/domain/contacts/score.server.ts'
import type { Received } from '#app/domain/conversations/inbound.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Runtime } from './runtime.server.ts'

/** What the process can ask of the assistant. */
export type AiService = {
  /** follows a customer's new message, in its transaction: the score, and an answer if one is due */
  afterReceive: (db: TenantDb, received: Received) => void
  /** job ai.answer */
  answer: NonNullable<JobHandlers<TenantDb>['ai.answer']>
  /** what the assistant would say, for a member to accept or change */
  suggest: (
    db: TenantDb,
    request: { conversationId: number; memberId: number; signal?: AbortSignal },
  ) => Promise<Suggestion>
  /** cuts answers short that are being written; their jobs wait for the next process */
  interrupt: () => void
  /** whether the model writes at present, and why not */
  status: Model['status']
}

export function createAi(runtime: Runtime): AiService {
  const { env } = runtime
  const stopping = new AbortController()
  const deps = createReplyDeps(runtime, stopping.signal)
  return {
    afterReceive: (db, { contactId, conversationId, messageId }) => {
      recomputeScore(db, contactId)
      requestAnswer(db, { conversationId, messageId, debounceMs: env.AI_DEBOUNCE_MS })
    },
    answer: (db, payload, job) => answerTurn(db, deps, payload, job),
    suggest: (db, request) => suggestReply(db, deps, request),
    interrupt: () => stopping.abort(),
    status: deps.model.status,
  }
}

function createReplyDeps({ env, log }: Runtime, stopping: AbortSignal): ReplyDeps {
  const embedder = chooseEmbedder({
    ...{ embedder: env.EMBEDDER, url: env.EMBEDDINGS_URL },
    ...{ apiKey: env.EMBEDDINGS_API_KEY, model: env.EMBEDDINGS_MODEL },
  })
  return {
    model: createModel({
      ...{ apiKey: env.ANTHROPIC_API_KEY, baseUrl: env.ANTHROPIC_BASE_URL, model: env.AI_MODEL },
    }),
    retrieve: (db, question) => retrieve(db, question, { embedder }),
    stopping,
    note: (fields, event) => log.info(fields, event),
  }
}
