import { z } from 'zod'
import {
  macroStepKinds,
  macroSteps,
  MACRO_NAME_MAX,
  MACRO_STEPS_MAX,
} from '#app/domain/macros/macro.ts'
import type { MacroScope } from '#app/domain/macros/macro.ts'
import { listCanned } from '#app/domain/canned-responses/list.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { listPriorities } from '#app/domain/labels/priorities.server.ts'
import { listTags } from '#app/domain/labels/tags.server.ts'
import { mayShareMacros } from '#app/domain/macros/list.server.ts'
import { saveMacro } from '#app/domain/macros/save.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { listDepartments } from '#app/domain/team/departments.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { changeRows, fromRow } from '#app/ui/macros/step-row.ts'
import type { StepRow } from '#app/ui/macros/step-row.ts'
import type { MacroResult } from '#app/ui/macros/macro-page.tsx'
import { requiredText } from './form-fields.ts'
import { textFields } from './read-form.server.ts'

const CANNED_OFFERED_MAX = 200

const name = requiredText(MACRO_NAME_MAX)
const scope = z
  .string()
  .regex(/^(company|private|department:\d{1,15})$/)
  .transform((text): MacroScope => {
    const [kind, id] = text.split(':')
    if (kind === 'department') return { kind, id: Number(id) }
    return { kind: kind === 'private' ? 'private' : 'company' }
  })

/** What the steps can name. */
export function readMacroChoices(db: TenantDb, member: SignedInMember) {
  return {
    canned: listCanned(db, member, { limit: CANNED_OFFERED_MAX }).rows.map(
      ({ id, title, shortcut }) => ({ id, title, shortcut }),
    ),
    tags: listTags(db),
    priorities: listPriorities(db).map(({ id, name: label, isDefault }) => ({
      ...{ id, name: label, isDefault },
    })),
    members: listAssignable(db),
    departments: listDepartments(db).map(({ id, name: label }) => ({ id, name: label })),
    mayShare: mayShareMacros(member),
  }
}

/**
 * Reads the form of a macro and saves it. Its buttons for adding, moving and removing a step
 * only hand the form back with the steps changed, so that they work without a script.
 */
export function saveMacroForm(
  db: TenantDb,
  member: SignedInMember,
  { form, id }: { form: FormData; id?: number },
): { ok: true } | { ok: false; result: MacroResult; isRefused: boolean } {
  const fields = textFields(form)
  const rows = readRows(fields)
  const kept = { values: { name: fields['name'], scope: fields['scope'] } }
  const order = fields['do'] === 'add' ? `add.${fields['newKind'] ?? ''}` : fields['do']
  if (order && isOrder(order)) {
    const result = { ...kept, rows: changeRows(rows, order).slice(0, MACRO_STEPS_MAX) }
    return { ok: false, isRefused: false, result }
  }
  const errors: Record<string, string> = {}
  const read = {
    name: name.safeParse(fields['name'] ?? ''),
    scope: scope.safeParse(fields['scope']),
  }
  if (!read.name.success) errors['name'] = read.name.error.issues[0]?.message ?? 'invalid'
  if (!read.scope.success) errors['scope'] = 'invalid_choice'
  const steps = macroSteps.safeParse(rows.map(fromRow))
  if (!steps.success) Object.assign(errors, toStepErrors(steps.error))
  const refuse = (more: Record<string, string>) =>
    ({
      ok: false,
      isRefused: true,
      result: { ...kept, rows, errors: { ...errors, ...more } },
    }) as const
  if (!read.name.success || !read.scope.success || !steps.success) return refuse({})
  const saved = saveMacro(db, member, {
    ...{ id, name: read.name.data, scope: read.scope.data, steps: steps.data },
  })
  if (saved.ok) return { ok: true }
  if (saved.reason === 'not_found') throw new Response(null, { status: 404 })
  if (saved.reason === 'step_gone') return refuse({ [`step.${saved.step}`]: 'step_gone' })
  return refuse({ [saved.reason === 'name_taken' ? 'name' : 'scope']: saved.reason })
}

function readRows(fields: Record<string, string>): StepRow[] {
  const rows: StepRow[] = []
  for (let index = 0; index < MACRO_STEPS_MAX; index += 1) {
    const kind = macroStepKinds.find((one) => one === fields[`kind.${index}`])
    if (!kind) break
    rows.push({ kind, value: fields[`value.${index}`] ?? '', text: fields[`text.${index}`] ?? '' })
  }
  return rows
}

function isOrder(order: string): boolean {
  const [verb = '', what = ''] = order.split('.')
  if (verb === 'add') return macroStepKinds.some((one) => one === what)
  return ['up', 'down', 'remove'].includes(verb) && /^\d{1,2}$/.test(what)
}

/** One sentence for each step that does not fit. */
function toStepErrors(error: z.ZodError): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { path, message } of error.issues) {
    const known = message === 'required' || message === 'too_long' ? message : 'step_empty'
    errors[path.length === 0 ? 'steps' : `step.${String(path[0])}`] ??=
      path.length === 0 ? 'steps_required' : known === 'too_long' ? 'step_long' : 'step_empty'
  }
  return errors
}
