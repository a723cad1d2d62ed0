import { readLeadFacts } from '#app/ai/builtin/lead-facts.server.ts'
import type { Model } from '#app/ai/model/client.server.ts'
import type { ModelFailureReason } from '#app/ai/model/failure.ts'
import { addSpend, getSpend, isBudgetUsedUp, monthOf } from '#app/domain/answers/spend.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import type { Company } from '#app/domain/company/queries.server.ts'
import { applyReading } from '#app/domain/lead-fields/apply-reading.server.ts'
import type { ReadValue } from '#app/domain/lead-fields/apply-reading.server.ts'
import { leadFieldsOf } from '#app/domain/lead-fields/fields.server.ts'
import { listFieldsOf } from '#app/domain/lead-fields/list.server.ts'
import { beginReading, belongTogether, endReading } from '#app/domain/lead-fields/reading.server.ts'
import type { ReadMessage, Reading } from '#app/domain/lead-fields/reading.server.ts'
import { toMoneyInput } from '#app/i18n/money.ts'
import type { JobContext, JobOutcome } from '#app/jobs/run-job.server.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { parseLeadAnswer, toLeadFormat } from './lead-format.ts'
import { toLeadPrompt } from './lead-prompt.ts'

/** While another reads the same conversation. */
const BUSY_RETRY_MS = 3_000
/** Trying again may help; anything else goes to the built-in reader at once. */
const PASSING = new Set<ModelFailureReason>([
  ...(['timeout', 'unreachable', 'rate_limited', 'overloaded', 'vendor_error'] as const),
  ...(['empty', 'malformed', 'truncated'] as const),
])

export type LeadReaderDeps = {
  model: Pick<Model, 'fill'>
  /** aborted when the process stops: what is being read is left to the next one */
  stopping: AbortSignal
  /** one line per reading: ids, reasons and figures, never words */
  note: (fields: Record<string, unknown>, event: string) => void
}

type Read = {
  values: readonly ReadValue[]
  reader: 'model' | 'builtin'
  costMicros: number
  error: ModelFailureReason | 'budget_used_up' | null
}

/** The model could not say just now; the job's attempts are counted by it. */
export class LeadUnreadError extends Error {
  override name = 'LeadUnreadError'
}

/**
 * Job `leads.read`: notes what a customer said about the fields of a lead. The model reads; where
 * it cannot, or the month's budget is used up, the built-in reader does. What was read, what it
 * cost and the end of the job are one transaction, so that nothing is written or paid twice.
 */
export async function readLead(
  db: TenantDb,
  deps: LeadReaderDeps,
  reading: Reading,
  job: JobContext,
): Promise<JobOutcome> {
  const begun = beginReading(db, reading)
  if (begun === 'gone') return
  if (begun === 'busy') return { retryAfterMs: BUSY_RETRY_MS }
  const { material } = begun
  const last = material.at(-1)
  if (!last) return job.complete(() => endReading(db, reading, { outcome: 'nothing_new' }))
  const read = await readMaterial(db, deps, { reading, material })
  if (read.error === 'cancelled' && deps.stopping.aborted) {
    endReading(db, reading, { outcome: 'cancelled' })
    return { retryAfterMs: 0 }
  }
  if (isWorthRetrying(read) && !job.isLastAttempt) {
    endReading(db, reading, { outcome: read.error ?? '' })
    pay(db, read.costMicros)
    throw new LeadUnreadError(read.error ?? '')
  }
  job.complete(() => settle(db, deps, { reading, read, readTo: newestId(material) }))
}

function isWorthRetrying({ error }: Read): boolean {
  return error !== null && error !== 'budget_used_up' && PASSING.has(error)
}

async function readMaterial(
  db: TenantDb,
  deps: LeadReaderDeps,
  { reading, material }: { reading: Reading; material: ReadMessage[] },
): Promise<Read> {
  const company = getCompany(db)
  const fields = leadFieldsOf(db)
  const byRules = () => readLeadFacts(db, fields, { messages: material, company })
  if (isBudgetUsedUp(company, getSpend(db, company, Date.now())))
    return { values: byRules(), reader: 'builtin', costMicros: 0, error: 'budget_used_up' }
  const { timeZone, currency } = company
  const known = listKnown(db, reading.leadId, company)
  const prompt = toLeadPrompt({
    ...{ fields, messages: material, known, currency, timeZone, now: Date.now() },
  })
  const task = { ...prompt, format: toLeadFormat(fields), parse: parseLeadAnswer }
  const result = await deps.model.fill(task, deps.stopping)
  const { costMicros } = result
  if (!result.ok) return { values: byRules(), reader: 'builtin', costMicros, error: result.reason }
  return { values: result.answer.fields, reader: 'model', costMicros, error: null }
}

function settle(
  db: TenantDb,
  deps: LeadReaderDeps,
  { reading, read, readTo }: { reading: Reading; read: Read; readTo: number },
): void {
  // Contacts may have been merged or blocked while the model was reading.
  const values = belongTogether(db, reading) ? read.values : []
  const applied = applyReading(db, { ...reading, values })
  const { reader, error, costMicros } = read
  pay(db, costMicros)
  endReading(db, reading, { outcome: error ?? reader, readTo })
  const about = { tenant: tenantIdOf(db), ...reading, reader, error, costMicros, ...applied }
  deps.note(about, 'lead read')
}

function pay(db: TenantDb, costMicros: number): void {
  if (costMicros === 0) return
  const month = monthOf(Date.now(), getCompany(db).timeZone)
  addSpend(db, month, { costMicros, answers: 0 })
}

/** What is known, in the form in which the model writes. */
function listKnown(
  db: TenantDb,
  leadId: number,
  { currency }: Pick<Company, 'currency'>,
): Record<string, string> {
  const fields = listFieldsOf(db, [leadId]).get(leadId) ?? []
  return Object.fromEntries(
    fields.flatMap(({ key, kind, value }) => {
      if (value === null) return []
      return [[key, kind === 'money' ? toMoneyInput(Number(value), currency) : value]]
    }),
  )
}

function newestId(material: readonly ReadMessage[]): number {
  return Math.max(...material.map(({ id }) => id))
}
