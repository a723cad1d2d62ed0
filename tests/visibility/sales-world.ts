import { addPayment, settlePayment } from '#app/platform/billing/payments.server.ts'
import { issueInvoice } from '#app/platform/billing/invoices.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { beginSession } from '#app/platform/onboarding/sessions.server.ts'
import { planMeeting } from '#app/platform/meetings/meetings.server.ts'
import { noteClient } from '#app/platform/sales/clients.server.ts'
import { createProspectImport } from '#app/platform/sales/import.server.ts'
import { linkCompany } from '#app/platform/sales/hand-over.server.ts'
import { moveProspect } from '#app/platform/sales/move.server.ts'
import { noteCommissions } from '#app/platform/sales/note-commissions.server.ts'
import { createProspect } from '#app/platform/sales/save.server.ts'
import { prospectStages } from '#app/platform/sales/stages.ts'
import { noteProspect } from '#app/platform/sales/story.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'

/** What one rep has, every word of it marked. */
export type RepRows = {
  prospects: number[]
  importId: number
  sessionId: number
  meetingId: number
  tenantId: string
}

/** No two reps' marks look alike, or one would be taken for a slip of the other. */
export function markOf(name: string): string {
  return `${name.toLowerCase()}mark`
}

/** A prospect in every stage, one of them a company that has paid, an import and notes. */
export function fillRep(
  platform: PlatformDb,
  people: { boss: PlatformActor; rep: PlatformActor },
  company: { slug: string; id: string },
): RepRows {
  const { boss, rep } = people
  const prospects = prospectStages.map((stage) => addProspect(platform, rep, stage))
  const won = prospects[prospectStages.indexOf('won')]!
  linkCompany(platform, boss, { id: won, slug: company.slug })
  earn(platform, company.id, 100_000)
  noteClient(platform, rep, { id: company.id, text: `${markOf(rep.name)} of a client` })
  const importId = createProspectImport(platform, rep, {
    ...{ header: ['Company'], rows: [[markOf(rep.name)]], fileName: `${markOf(rep.name)}.csv` },
  })
  const prospectId = prospects[prospectStages.indexOf('negotiating')]!
  const begun = beginSession(platform, rep, { prospectId, at: Date.now() })
  if (!begun.ok) throw new Error(begun.reason)
  const meetingId = meet(platform, rep, prospectId)
  return { prospects, importId, sessionId: begun.id, meetingId, tenantId: company.id }
}

/** A demo that is agreed on. */
function meet(platform: PlatformDb, rep: PlatformActor, prospectId: number): number {
  const mark = markOf(rep.name)
  const at = Date.now()
  const planned = planMeeting(platform, rep, {
    ...{ prospectId, at, nextAction: `${mark} demo` },
    facts: {
      ...{ startsAt: at + 86_400_000, minutes: 30, place: `${mark} place`, note: mark },
      attendees: [],
    },
  })
  if (!planned.ok) throw new Error(planned.reason)
  return planned.id
}

export function addProspect(
  platform: PlatformDb,
  rep: PlatformActor,
  stage: (typeof prospectStages)[number],
): number {
  const mark = markOf(rep.name)
  const made = createProspect(platform, rep, {
    ...{ name: `${mark} ${stage}`, industry: 'hotel', city: `${mark}city`, isAnother: true },
    ...{
      contactName: `${mark} person`,
      phone: phoneOf(rep, stage),
      email: `${stage}@${mark}.test`,
    },
    ...{ source: `${mark} source`, planId: null, value: 100_000 },
    ...{ nextAction: `${mark} action`, nextActionAt: Date.now() - 60_000 },
  })
  if (!made.ok) throw new Error(made.reason)
  noteProspect(platform, rep, { id: made.id, text: `${mark} note` })
  if (stage !== 'new') moveProspect(platform, rep, { id: made.id, stage, reason: `${mark} reason` })
  return made.id
}

export function phoneOf(rep: PlatformActor, stage: (typeof prospectStages)[number]): string {
  return `+2547009${String(rep.id).padStart(3, '0')}${String(prospectStages.indexOf(stage)).padStart(2, '0')}`
}

/** An invoice that is paid at once. */
export function earn(platform: PlatformDb, tenantId: string, amount: number): void {
  const now = Date.now()
  const invoice = issueInvoice(platform, {
    ...{ tenantId, currency: 'KES', timeZone: 'Africa/Nairobi', issuedAt: now, dueAt: now },
    lines: [{ kind: 'plan', amount }],
  })
  const payment = { tenantId, method: 'bank', status: 'asked', currency: 'KES' } as const
  const id = addPayment(platform, { ...payment, amount: invoice.total, at: now })!
  settlePayment(platform, id, { reference: `${tenantId}-${invoice.id}`, at: now })
  noteCommissions(platform, tenantId, now)
}

/** Every row that is somebody's, as text: what a refused write must leave as it was. */
export function dumpSales(platform: PlatformDb): string {
  const tables = ['prospects', 'prospect_notes', 'prospect_stage_changes', 'prospect_imports']
  const onboarding = ['onboarding_sessions', 'onboarding_steps', 'onboarding_logos']
  const sessions = [...onboarding, 'demos', 'demo_meetings']
  return [...tables, ...sessions, 'company_notes', 'commissions', 'commission_rates', 'territories']
    .map((table) =>
      JSON.stringify(platformSqliteOf(platform).prepare(`select * from ${table}`).all()),
    )
    .join('\n')
}
