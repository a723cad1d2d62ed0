import type { z } from 'zod'
import type { ReplyDeps } from '#app/ai/reply/deps.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import type { ToolCall } from '#app/domain/answers/tool-call.ts'
import type { Thread } from '#app/domain/answers/thread.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/**
 * All that a tool reaches: one company, and in it the conversation that is being answered with
 * its contact. No argument of a tool names a person, a conversation or a company.
 */
export type ToolScope = {
  db: TenantDb
  deps: Pick<ReplyDeps, 'retrieve'>
  company: Company
  thread: Thread
  language: Language
  /** UTC ms */
  now: number
  /** what the answer may rest on so far; a search adds to it */
  passages: UsedPassage[]
}

export type ToolRun =
  | {
      ok: true
      /** what the model reads; it may hold only what the company's own data says */
      result: string
      /** whether `result` says anything that a reply may name */
      isSource?: boolean
      /** passages that were found, numbered on from those there are, and how well they fit */
      found?: { passages: UsedPassage[]; confidence: number }
      /** carried out when the answer is sent, in that transaction; false: it could not be */
      effect?: (db: TenantDb) => boolean
      /** why a person is needed, in the model's words */
      wantsPerson?: string
    }
  | { ok: false; result: string }

/** As it is put to the model of one company. */
export type ToolOffer<I> = { description: string; input: z.ZodType<I> }

export type Tool<I = unknown> = {
  /** undefined where the company has nothing that it could be used on */
  offer: (db: TenantDb) => ToolOffer<I> | undefined
  run: (scope: ToolScope, input: I) => ToolRun | Promise<ToolRun>
}

/** A call with what is still to be carried out. */
export type PlannedCall = ToolCall & {
  isSource: boolean
  effect?: (db: TenantDb) => boolean
}

/** Keeps the type of the arguments together with what is done with them. */
export function tool<I>(definition: Tool<I>): Tool {
  // The input reaches `run` only after this very tool's schema has read it.
  return definition as Tool
}
