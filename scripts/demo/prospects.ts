import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { listOwed } from '#app/platform/sales/commissions.server.ts'
import {
  approveCommissions,
  payCommissions,
} from '#app/platform/sales/decide-commissions.server.ts'
import { beginSession, findSession } from '#app/platform/onboarding/sessions.server.ts'
import { noteStep } from '#app/platform/onboarding/progress.server.ts'
import { planMeeting } from '#app/platform/meetings/meetings.server.ts'
import { createProspectImport } from '#app/platform/sales/import.server.ts'
import { noteCommissions } from '#app/platform/sales/note-commissions.server.ts'
import { linkCompany } from '#app/platform/sales/hand-over.server.ts'
import { moveProspect } from '#app/platform/sales/move.server.ts'
import { createProspect } from '#app/platform/sales/save.server.ts'
import { prospectStages } from '#app/platform/sales/stages.ts'
import type { ProspectStage } from '#app/platform/sales/stages.ts'
import { noteProspect } from '#app/platform/sales/story.server.ts'
import { giveCity } from '#app/platform/sales/territories.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import { prospectStories } from './prospect-stories.ts'
import type { ProspectStory } from './prospect-stories.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A list that waits for somebody to say what its columns are. */
const tradeFair = {
  fileName: 'trade-fair-nairobi.csv',
  header: ['Company', 'Contact person', 'Mobile', 'Town'],
  rows: [
    ['Twiga Printers', 'Joyce Wairimu', '0700 900 061', 'Nairobi'],
    ['Simba Cement Depot', 'Abdi', '0700 900 062', 'Machakos'],
    ['Maua Florists', '', 'not given', 'Naivasha'],
  ],
}

/** Prospects of both reps over all stages, the demo companies as clients, and what was earned. */
export function tellProspects(platform: PlatformDb): void {
  const [boss, moses, neema] = ['owner', 'rep', 'neema'].map((name) =>
    findUser(platform, `${name}@baraza.example`),
  ) as [PlatformActor, PlatformActor, PlatformActor]
  for (const [city, rep] of [
    ['Nairobi', moses],
    ['Mombasa', neema],
    ['Kisumu', neema],
  ] as const)
    giveCity(platform, boss, { city, repId: rep.id })
  for (const story of prospectStories)
    tellProspect(platform, { boss, rep: story.rep === 'moses' ? moses : neema, story })
  payPart(platform, boss, neema.id)
  createProspectImport(platform, boss, tradeFair)
}

/** One rep's commission is paid out, the other's waits for a decision. */
function payPart(platform: PlatformDb, boss: PlatformActor, repId: number): void {
  const owed = listOwed(platform, boss).find((one) => one.repId === repId)
  if (!owed) return
  const { upTo, amount, currency } = owed
  approveCommissions(platform, boss, { repId, upTo, amount, currency })
  payCommissions(platform, boss, { repId, upTo, amount, currency, reference: 'RKT5DEMO01' })
}

function tellProspect(
  platform: PlatformDb,
  told: { boss: PlatformActor; rep: PlatformActor; story: ProspectStory },
): void {
  const { boss, rep, story } = told
  const { stage, reason, note, nextInHours, daysAgo, company, ...facts } = story
  const now = Date.now()
  const made = createProspect(platform, rep, {
    ...{ email: '', source: '', planId: null, nextAction: '', ...facts, isAnother: true },
    nextActionAt: nextInHours === undefined ? null : now + nextInHours * HOUR_MS,
  })
  if (!made.ok) throw new Error(`${story.name}: ${made.reason}`)
  const { id } = made
  if (note) noteProspect(platform, rep, { id, text: note })
  const way = wayTo(stage)
  for (const step of way) moveProspect(platform, rep, { id, stage: step, reason })
  moveBack(platform, { id, steps: way.length + 1, begunAt: now - daysAgo * DAY_MS, now })
  if (stage === 'demo' && nextInHours === undefined) agreeOnDemo(platform, rep, id)
  if (company) becomeClient(platform, { boss, id, company })
  if (stage === 'negotiating') setUp(platform, rep, id)
}

/** Agreed on for the day after tomorrow; only the rep is told. */
function agreeOnDemo(platform: PlatformDb, rep: PlatformActor, prospectId: number): void {
  const at = Date.now()
  planMeeting(platform, rep, {
    ...{ prospectId, at, nextAction: 'Demo' },
    facts: {
      ...{ startsAt: at + 2 * DAY_MS, minutes: 45, place: 'At their desk', note: '' },
      attendees: [],
    },
  })
}

/** Begun at the client's desk half an hour ago, and left at the second step. */
function setUp(platform: PlatformDb, rep: PlatformActor, prospectId: number): void {
  const at = Date.now() - HOUR_MS / 2
  const begun = beginSession(platform, rep, { prospectId, at })
  const session = begun.ok ? findSession(platform, rep, begun.id) : undefined
  if (!session) return
  const business = {
    ...{ name: session.name, description: '', phone: '', email: '', website: '', address: '' },
    ...{ timeZone: 'Africa/Nairobi', currency: 'KES', language: 'en' },
  }
  const done = { isSkipped: false, at: at + HOUR_MS / 20 }
  noteStep(platform, session, { ...done, step: 'business', next: 'industry', fields: business })
}

/** The stages passed on the way; who was lost was lost after a demo. */
function wayTo(stage: ProspectStage): ProspectStage[] {
  if (stage === 'lost') return ['contacted', 'demo', 'lost']
  return prospectStages.slice(1, prospectStages.indexOf(stage) + 1)
}

/** What was done just now was done over the days before. */
function moveBack(
  platform: PlatformDb,
  { id, steps, begunAt, now }: { id: number; steps: number; begunAt: number; now: number },
): void {
  const sqlite = platformSqliteOf(platform)
  const length = (now - begunAt) / (steps + 1)
  const changes = sqlite
    .prepare<[number], number>(
      'select id from prospect_stage_changes where prospect_id = ? order by id',
    )
    .pluck()
    .all(id)
  const times = changes.map((_, index) => Math.round(begunAt + index * length))
  changes.forEach((change, index) =>
    sqlite
      .prepare('update prospect_stage_changes set at = ? where id = ?')
      .run(times[index], change),
  )
  const last = times.at(-1)
  sqlite
    .prepare(
      `update prospects set created_at = ?, updated_at = ?, stage_changed_at = ? where id = ?`,
    )
    .run(begunAt, last, last, id)
  sqlite
    .prepare('update prospect_notes set created_at = ? where prospect_id = ?')
    .run(begunAt + HOUR_MS, id)
}

function becomeClient(
  platform: PlatformDb,
  { boss, id, company }: { boss: PlatformActor; id: number; company: string },
): void {
  const linked = linkCompany(platform, boss, { id, slug: company })
  if (!linked.ok) throw new Error(`${company}: ${linked.reason}`)
  const tenantId = platformSqliteOf(platform)
    .prepare<[string], string>('select id from tenants where slug = ?')
    .pluck()
    .get(company)!
  noteCommissions(platform, tenantId, Date.now())
}

function findUser(platform: PlatformDb, email: string): PlatformActor {
  const user = platformSqliteOf(platform)
    .prepare<[string], PlatformActor>('select id, name, role from platform_users where email = ?')
    .get(email)
  if (!user) throw new Error(`No demo user ${email}`)
  return user
}
