import { and, eq } from 'drizzle-orm'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findMacro } from './list.server.ts'
import type { MacroStepKind } from './macro.ts'
import { takeStep } from './take-step.server.ts'
import { macroRuns } from './schema.server.ts'

export type MacroRun = { macroId: number; conversationId: number; runKey: string }

export type RunMacroResult =
  /** `isReachable`: whether the conversation is still within the runner's reach */
  | { ok: true; name: string; kinds: MacroStepKind[]; isReachable: boolean }
  | { ok: false; reason: 'not_found' }
  /** nothing was done; `step` counts from 1 and `why` is its own refusal */
  | { ok: false; reason: 'macro_step'; step: number; kind: MacroStepKind; why: string }

/** Takes back every step before the one that was refused. */
class StepRefused extends Error {
  readonly refusal: Extract<RunMacroResult, { reason: 'macro_step' }>
  constructor(refusal: Extract<RunMacroResult, { reason: 'macro_step' }>) {
    super(refusal.why)
    this.refusal = refusal
  }
}

/**
 * Runs a macro's steps in their order, all of them or none: one that is refused takes back those
 * before it and says which it was. Each step asks for the runner's own permissions and reach. The
 * same key again does nothing a second time.
 */
export function runMacro(db: TenantDb, actor: Actor, run: MacroRun): RunMacroResult {
  try {
    return inTransaction(db, () => runAll(db, actor, run))
  } catch (error) {
    if (error instanceof StepRefused) return error.refusal
    throw error
  }
}

function runAll(db: TenantDb, actor: Actor, run: MacroRun): RunMacroResult {
  const { macroId, conversationId } = run
  const macro = findMacro(db, actor, macroId)
  const isWithinReach = () => findReachable(db, actor, conversationId) !== undefined
  if (!macro) return { ok: false, reason: 'not_found' }
  const kinds = macro.steps.map((step) => step.kind)
  if (!isWithinReach() && !wasRun(db, actor, run)) return { ok: false, reason: 'not_found' }
  if (wasRun(db, actor, run)) {
    return { ok: true, name: macro.name, kinds, isReachable: isWithinReach() }
  }
  macro.steps.forEach((step, index) => {
    const key = `${run.runKey}:${index}`
    const taken = takeStep(db, actor, { conversationId, step, key })
    if (taken.ok) return
    const at = { step: index + 1, kind: step.kind, why: taken.reason }
    throw new StepRefused({ ok: false, reason: 'macro_step', ...at })
  })
  const at = Date.now()
  db.insert(macroRuns)
    .values({
      ...{ macroId, conversationId, memberId: actor.id, runKey: keyOf(run), at },
      stepsJson: JSON.stringify(kinds),
    })
    .run()
  recordEvent(db, conversationId, {
    ...{ kind: 'macro_run', actor: { kind: 'member', memberId: actor.id } },
    data: { name: macro.name, kinds },
  })
  return { ok: true, name: macro.name, kinds, isReachable: isWithinReach() }
}

function wasRun(db: TenantDb, actor: Actor, run: MacroRun): boolean {
  const row = db
    .select({ id: macroRuns.id })
    .from(macroRuns)
    .where(and(eq(macroRuns.memberId, actor.id), eq(macroRuns.runKey, keyOf(run))))
    .get()
  return row !== undefined
}

function keyOf({ macroId, conversationId, runKey }: MacroRun): string {
  return `${conversationId}:${macroId}:${runKey}`
}
