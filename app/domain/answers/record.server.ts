import type { SourceKind } from '#app/domain/knowledge/passages.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { CheckedClaim, Rejected } from './claim.ts'
import { recordClaims } from './claims.server.ts'
import { aiAnswers, aiAnswerSources } from './schema.server.ts'
import { addSpend } from './spend.server.ts'
import type { ToolCall } from './tool-call.ts'
import { recordToolCalls } from './tool-calls.server.ts'

/** A passage as the assistant was shown it; `number` is what stood before it, from 1. */
export type UsedPassage = {
  number: number
  passageId: number
  sourceKind: SourceKind
  sourceId: number
  title: string
  text: string
  /** the page of the document it begins on */
  page?: number | null
  /** where anybody can read it */
  url?: string | null
  /** compares within one question only */
  score: number
}

type AnswerRow = Omit<typeof aiAnswers.$inferInsert, 'id' | 'createdAt'>

export type NewAnswer = AnswerRow & {
  passages: UsedPassage[]
  /** numbers of the passages the reply rests on */
  cited: number[]
  /** what the reply names, and where it stands */
  claims?: CheckedClaim[]
  rejected?: Rejected | null
  /** what was looked up and done on the way */
  calls?: ToolCall[]
  /** the month its cost counts to */
  month: string
  now: number
}

/** Stores an answer with what it saw and what it cost. @returns its id */
export function recordAnswer(db: TenantDb, answer: NewAnswer): number {
  const { passages, cited, claims = [], rejected = null, calls = [], ...rest } = answer
  const { month, now, ...row } = rest
  return inTransaction(db, () => {
    const { id } = db
      .insert(aiAnswers)
      .values({ ...row, rejectedReply: rejected?.reply ?? null, createdAt: now })
      .returning({ id: aiAnswers.id })
      .get()
    const sources = passages.map((passage) => ({
      ...passage,
      answerId: id,
      isCited: Number(cited.includes(passage.number)),
    }))
    if (sources.length > 0) db.insert(aiAnswerSources).values(sources).run()
    recordClaims(db, id, { claims, rejected })
    recordToolCalls(db, id, calls)
    addSpend(db, month, { costMicros: row.costMicros ?? 0, answers: 1 })
    return id
  })
}
