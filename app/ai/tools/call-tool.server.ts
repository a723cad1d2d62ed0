import { createHash } from 'node:crypto'
import { clip } from '#app/ai/prompt/text.ts'
import type { ToolUse } from '#app/ai/model/read-message.ts'
import { countToolCalls } from '#app/domain/answers/tool-calls.server.ts'
import { isToolName } from '#app/domain/tools/kinds.ts'
import type { ToolName } from '#app/domain/tools/kinds.ts'
import { toolSettingsOf } from '#app/domain/tools/settings.server.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import { tools } from './registry.server.ts'
import type { PlannedCall, ToolRun, ToolScope } from './tool.ts'

const ARGUMENTS_CHARACTERS_MAX = 2_000
const RESULT_CHARACTERS_MAX = 6_000
const DAY_MS = 86_400_000

export type Called = { call: PlannedCall; run: ToolRun }

/**
 * Carries out one call of a model: only a tool that the company has switched on, within its
 * limit, with arguments of its form. Whatever the model asks for, the answer is words for it.
 *
 * @param earlier calls of the same answer
 */
export async function callTool(
  scope: ToolScope,
  use: ToolUse,
  { earlier, note }: { earlier: PlannedCall[]; note: (error: unknown) => void },
): Promise<Called> {
  const startedAt = performance.now()
  const refusal = refuse(scope, use.name, earlier)
  const run = refusal ?? (await runSafely(scope, use, note))
  const argumentsJson = clip(JSON.stringify(use.input), ARGUMENTS_CHARACTERS_MAX)
  const hasFailed = !run.ok && run.result === FAILED
  const effect = run.ok ? run.effect : undefined
  return {
    run,
    call: {
      ...{ tool: clip(use.name, 64), argumentsJson, at: Date.now() },
      // What changes something is done only when the answer is sent.
      outcome: hasFailed ? 'failed' : !run.ok ? 'refused' : effect ? 'not_done' : 'done',
      result: clip(run.result, RESULT_CHARACTERS_MAX),
      tookMs: Math.round(performance.now() - startedAt),
      effectKey: effect ? toEffectKey(scope, use) : null,
      isSource: run.ok && run.isSource === true,
      ...(effect && { effect }),
    },
  }
}

const FAILED = 'It could not be done just now.'

function refuse(
  { db, company, thread, now }: ToolScope,
  name: string,
  earlier: PlannedCall[],
): ToolRun | undefined {
  const settings = toolSettingsOf(company.aiToolsJson)
  if (!isToolName(name) || !settings[name].isOn) return { ok: false, result: 'No such tool.' }
  const used =
    countToolCalls(db, thread.conversation.id, { tool: name, from: now - DAY_MS }) +
    earlier.filter(({ tool, outcome }) => tool === name && outcome !== 'refused').length
  if (used < settings[name].dailyMax) return undefined
  return { ok: false, result: 'It was used as often as it may be in this conversation today.' }
}

async function runSafely(
  scope: ToolScope,
  use: ToolUse,
  note: (error: unknown) => void,
): Promise<ToolRun> {
  const tool = tools[use.name as ToolName]
  const offer = tool.offer(scope.db)
  if (!offer) return { ok: false, result: 'No such tool.' }
  const parsed = offer.input.safeParse(use.input)
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.')
    return { ok: false, result: `The arguments do not have the form${at ? `: ${at}` : ''}.` }
  }
  try {
    return await tool.run(scope, parsed.data)
  } catch (error) {
    note({ tenant: tenantIdOf(scope.db), tool: use.name, err: error })
    return { ok: false, result: FAILED }
  }
}

/** The same wish in the same words of the customer, however often they are answered. */
function toEffectKey({ thread }: ToolScope, { name, input }: ToolUse): string {
  const entries = Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 24)
  return [thread.conversation.id, thread.turn.at(-1)?.id ?? 0, name, digest].join(':')
}
