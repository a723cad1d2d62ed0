import { getCompany } from '#app/domain/company/queries.server.ts'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { findContact } from '#app/domain/contacts/reach.server.ts'
import { listScoreHistory } from '#app/domain/contacts/score-trend.server.ts'
import { listScoreContributions } from '#app/domain/contacts/score.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import type { FieldTarget } from '#app/domain/lead-fields/decide.server.ts'
import { listFieldChanges, listFieldsOf } from '#app/domain/lead-fields/list.server.ts'
import { findReadable } from '#app/domain/lead-fields/reading.server.ts'
import { listStageChanges } from '#app/domain/leads/history.server.ts'
import { findLead } from '#app/domain/leads/reach.server.ts'
import { listStages } from '#app/domain/leads/stages.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { listTasks } from '#app/domain/tasks/list.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Everything the page of a lead shows; undefined out of reach. */
export function toLeadPage(db: TenantDb, actor: Actor, id: number) {
  const lead = findLead(db, actor, id)
  const contact = lead && findContact(db, actor, lead.contactId)
  if (!lead || !contact) return undefined
  const { timeZone } = getCompany(db)
  const stages = listStages(db)
  const stage = stages.find((one) => one.id === lead.stageId)
  const conversation =
    lead.conversationId === null ? undefined : findReachable(db, actor, lead.conversationId)
  return {
    lead: {
      ...lead,
      nextActionAt: lead.nextActionAt === null ? '' : toWallTime(lead.nextActionAt, timeZone),
      conversationId: conversation?.id ?? null,
    },
    contact: {
      ...{ id: contact.id, name: contact.name, phone: contact.phone },
      ...{ score: contact.score, scoreColor: contact.scoreColor },
      reasons: listScoreContributions(db, contact.id),
      trend: listScoreHistory(db, contact.id),
    },
    stage: { name: stage?.name ?? '', probability: stage?.probability ?? 0 },
    stages,
    history: listStageChanges(db, lead.id),
    tasks: listTasks(db, actor, { state: 'open', contactId: contact.id }).rows,
    mayWrite: can(actor, 'contacts.write'),
    fields: listFieldsOf(db, [lead.id]).get(lead.id) ?? [],
    reading: findReadable(db, actor, lead),
  }
}

/** One field of a lead with its history; undefined out of reach or where the trade has none such. */
export function toFieldPage(db: TenantDb, actor: Actor, { leadId, key }: FieldTarget) {
  const lead = findLead(db, actor, leadId)
  const contact = lead && findContact(db, actor, lead.contactId)
  const field =
    lead &&
    listFieldsOf(db, [leadId])
      .get(leadId)
      ?.find((one) => one.key === key)
  if (!contact || !field) return undefined
  return {
    lead: { id: lead.id, title: lead.title },
    contact: { name: contact.name, phone: contact.phone },
    ...{ field, currency: getCompany(db).currency },
    changes: listFieldChanges(db, leadId, key),
    mayWrite: can(actor, 'contacts.write'),
  }
}
