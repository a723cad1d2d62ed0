import type { Model } from '#app/ai/model/client.server.ts'
import type { Passage } from '#app/domain/knowledge/passages.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type Found = {
  /** best first; scores compare within one question only */
  passages: (Omit<Passage, 'ordinal'> & {
    score: number
    /** what words alone earn, 0..1, and likeness of meaning, where retrieval tells */
    wordScore?: number
    cosine?: number
  })[]
  /** how likely the passages answer the question at all, 0..1, comparable between questions */
  confidence: number
  /** words that were searched under another spelling */
  corrections?: { from: string; to: string }[]
}

/** What writing an answer needs beside the company's file; made once by the composition root. */
export type ReplyDeps = {
  model: Model
  /** @param options.language the customer's: what was taught in several comes in this one */
  retrieve: (db: TenantDb, question: string, options?: { language?: string }) => Promise<Found>
  /** whether the company's plan allows another answer; left out, nothing limits it */
  mayAnswer?: (db: TenantDb) => boolean
  /** aborted when the process stops: answers being written are left to the next one */
  stopping: AbortSignal
  /** one line per answer: ids, reasons and figures, never words */
  note: (fields: Record<string, unknown>, event: string) => void
}
