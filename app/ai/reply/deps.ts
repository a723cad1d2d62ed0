import type { Model } from '#app/ai/model/client.server.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type FoundPassage = Omit<UsedPassage, 'number'>

/** What writing an answer needs beside the company's file; made once by the composition root. */
export type ReplyDeps = {
  model: Model
  /** the best passages for a question, best first */
  retrieve: (db: TenantDb, question: string) => Promise<FoundPassage[]>
  /** one line per answer: ids, reasons and figures, never words */
  note: (fields: Record<string, unknown>, event: string) => void
}
