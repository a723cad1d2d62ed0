import { sql } from 'drizzle-orm'
import type { Column } from 'drizzle-orm'
import type { ClockKind } from './clock-kinds.ts'

/** The promise that ends first, as lists and heads show it. Times are UTC ms. */
export type ShownClock = { kind: ClockKind; warnAt: number; dueAt: number }

/** A conversation's most pressing running clock, as a column; read with `toShownClock`. */
export function shownClock(conversationId: Column) {
  return sql<
    string | null
  >`(select json_object('kind', k.kind, 'warnAt', k.warn_at, 'dueAt', k.due_at)
    from sla_clocks k where k.conversation_id = ${conversationId} and k.met_at is null
      and k.cancelled_at is null and k.paused_at is null order by k.due_at limit 1)`
}

export function toShownClock(json: string | null): ShownClock | null {
  return json === null ? null : (JSON.parse(json) as ShownClock)
}
