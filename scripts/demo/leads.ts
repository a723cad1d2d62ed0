import { and, eq, gt } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { addDays, toWallTime } from '#app/domain/company/wall-time.ts'
import { applyReading } from '#app/domain/lead-fields/apply-reading.server.ts'
import { confirmField, correctField } from '#app/domain/lead-fields/decide.server.ts'
import { leadFieldChanges, leadFieldValues } from '#app/domain/lead-fields/schema.server.ts'
import { findOpenLead, topOf } from '#app/domain/leads/create.server.ts'
import { leads, leadStageChanges } from '#app/domain/leads/schema.server.ts'
import { listStages } from '#app/domain/leads/stages.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { parseMoney } from '#app/i18n/money.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Story, StoryLead } from './story.ts'

const HOUR_MS = 3_600_000
const FRIDAY = 5

type Told = {
  story: Story & { lead: StoryLead }
  contactId: number
  conversationId: number
  ownerId: number | null
  /** of the story's messages, in order */
  messages: { id: number; at: number }[]
}

/** The opportunity behind a story: its way through the pipeline, and what was read and decided. */
export function tellLead(db: TenantDb, told: Told): void {
  const leadId = openStoryLead(db, told)
  const { fields } = told.story.lead
  for (const isLater of [false, true])
    for (const field of fields.filter((one) => (one.later ?? false) === isLater))
      tellField(db, { leadId, field, told })
}

/** One that the score has opened already is told further. */
function openStoryLead(db: TenantDb, told: Told): number {
  const { story, contactId, conversationId, ownerId, messages } = told
  const { title, stage: stageName, value, expectedInDays, nextInHours } = story.lead
  const company = getCompany(db)
  const stages = listStages(db)
  const at = stages.findIndex(({ name }) => name === stageName)
  const stage = stages[at]
  if (!stage) throw new Error(`The story names an unknown stage: ${stageName}`)
  const known = findOpenLead(db, contactId)
  if (known) db.delete(leads).where(eq(leads.id, known.id)).run()
  const now = Date.now()
  const [begun, last] = [messages[0]?.at ?? now, messages.at(-1)?.at ?? now]
  const today = toWallTime(now, company.timeZone).slice(0, 10)
  const { id } = db
    .insert(leads)
    .values({
      ...{ contactId, conversationId, stageId: stage.id, position: topOf(db, stage.id), title },
      valueMinor: parseMoney(value, company.currency) ?? null,
      ...{ currency: company.currency, ownerId, source: 'WhatsApp' },
      expectedOn: expectedInDays === undefined ? null : addDays(today, expectedInDays),
      nextAction: story.lead.nextAction ?? '',
      nextActionAt: nextInHours === undefined ? null : now + nextInHours * HOUR_MS,
      lostReason: story.lead.lostReason ?? '',
      ...{ createdAt: begun, updatedAt: last, stageChangedAt: last },
      closedAt: stage.kind === 'open' ? null : last,
    })
    .returning({ id: leads.id })
    .get()
  const passed = stages.slice(0, at).filter(({ kind }) => kind === 'open')
  const way = [...passed.slice(0, stage.kind === 'open' ? at : 3), stage]
  way.forEach((step, index) =>
    db
      .insert(leadStageChanges)
      .values({
        ...{ leadId: id, fromStageId: way[index - 1]?.id ?? null, toStageId: step.id },
        ...{ byKind: index === 0 || ownerId === null ? 'system' : 'member' },
        byMemberId: index === 0 ? null : ownerId,
        at: begun + Math.round(((last - begun) * index) / Math.max(1, way.length - 1)),
      })
      .run(),
  )
  return id
}

function tellField(
  db: TenantDb,
  order: { leadId: number; field: StoryLead['fields'][number]; told: Told },
): void {
  const { leadId, field, told } = order
  const source = told.messages[field.message]
  if (!source) throw new Error(`${told.story.contact.name}: no message ${field.message}`)
  const value = field.value === '+FRI' ? nextFriday(db, source.at) : field.value
  const { conversationId } = told
  const applied = applyReading(db, {
    ...{ leadId, conversationId },
    values: [{ field: field.key, value, messageId: source.id }],
  })
  if (applied.refused > 0) throw new Error(`${told.story.contact.name}: ${field.key}`)
  moveBack(db, leadId, field.key, source.at + 10_000)
  if (!field.confirmedBy) return
  const member = db.select().from(members).where(eq(members.email, field.confirmedBy)).get()
  if (!member) throw new Error(`The story names an unknown member: ${field.confirmedBy}`)
  const actor = { id: member.id, role: member.role, extra: [] }
  const target = { leadId, key: field.key }
  if (field.correctedTo) correctField(db, actor, { ...target, raw: field.correctedTo })
  else confirmField(db, actor, target)
  moveBack(db, leadId, field.key, source.at + HOUR_MS)
}

/** What was done just now was done then. */
function moveBack(db: TenantDb, leadId: number, key: string, at: number): void {
  const now = Date.now() - 60_000
  const { leadId: ofLead, field, updatedAt } = leadFieldValues
  db.update(leadFieldValues)
    .set({ updatedAt: at })
    .where(and(eq(ofLead, leadId), eq(field, key), gt(updatedAt, now)))
    .run()
  db.update(leadFieldChanges)
    .set({ at })
    .where(and(eq(leadFieldChanges.leadId, leadId), gt(leadFieldChanges.at, now)))
    .run()
}

function nextFriday(db: TenantDb, at: number): string {
  const day = toWallTime(at, getCompany(db).timeZone).slice(0, 10)
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, (FRIDAY - weekday + 7) % 7 || 7)
}
