import { eq, sql } from 'drizzle-orm'
import type { Company } from '#app/domain/company/queries.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { aiSpend } from './schema.server.ts'

const MICROS_PER_CENT = 10_000

export type Spend = { month: string; costMicros: number; answers: number; stoppedAt: number | null }

/** The month of a moment in the company's zone: `2026-11`. */
export function monthOf(now: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ year: 'numeric', month: '2-digit', timeZone },
  }).formatToParts(now)
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}`
}

/** What the assistant has cost in the month of `now`, in millionths of a US dollar. */
export function getSpend(db: TenantDb, company: Pick<Company, 'timeZone'>, now: number): Spend {
  const month = monthOf(now, company.timeZone)
  const row = db.select().from(aiSpend).where(eq(aiSpend.month, month)).get()
  return row ?? { month, costMicros: 0, answers: 0, stoppedAt: null }
}

/** Adds the cost of answers or of other work, in the transaction that stores what came of it. */
export function addSpend(
  db: TenantDb,
  month: string,
  { costMicros, answers }: { costMicros: number; answers: 0 | 1 },
): void {
  db.insert(aiSpend)
    .values({ month, costMicros, answers })
    .onConflictDoUpdate({
      target: aiSpend.month,
      set: {
        costMicros: sql`${aiSpend.costMicros} + ${costMicros}`,
        answers: sql`${aiSpend.answers} + ${answers}`,
      },
    })
    .run()
}

/** Whether the month's budget (US cents, none by default) is used up. */
export function isBudgetUsedUp(
  company: Pick<Company, 'aiMonthlyBudgetCents'>,
  spend: Spend,
): boolean {
  const { aiMonthlyBudgetCents: budgetCents } = company
  return budgetCents !== null && spend.costMicros >= budgetCents * MICROS_PER_CENT
}

/** Notes when the budget stopped the assistant. @returns false when it was noted before */
export function markStopped(db: TenantDb, month: string, now: number): boolean {
  const noted = db
    .insert(aiSpend)
    .values({ month, stoppedAt: now })
    .onConflictDoUpdate({
      target: aiSpend.month,
      set: { stoppedAt: now },
      setWhere: sql`${aiSpend.stoppedAt} is null`,
    })
    .run()
  return noted.changes > 0
}
