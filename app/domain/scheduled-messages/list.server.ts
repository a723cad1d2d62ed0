import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { files } from '#app/domain/files/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { renderTemplate, findTemplate } from '#app/domain/endpoints/templates.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { scheduledMessageFiles, scheduledMessages as s } from './schema.server.ts'
import type { ScheduledContent, ScheduledItem, ScheduledReason } from './scheduled.ts'

const SHOWN_MAX = 50

/** What waits in a conversation and what could not be sent, the next first; none out of reach. */
export function listScheduled(db: TenantDb, actor: Actor, conversationId: number): ScheduledItem[] {
  const conversation = findReachable(db, actor, conversationId)
  if (!conversation) return []
  const rows = db
    .select({ row: s, authorName: members.name })
    .from(s)
    .innerJoin(members, eq(members.id, s.memberId))
    .where(and(eq(s.conversationId, conversationId), inArray(s.state, ['waiting', 'failed'])))
    .orderBy(asc(s.sendAt), asc(s.id))
    .limit(SHOWN_MAX)
    .all()
  return rows.map(({ row, authorName }) => {
    const content = JSON.parse(row.contentJson) as ScheduledContent
    return {
      ...{ id: row.id, authorName, sendAt: row.sendAt, cancelOnReply: row.cancelOnReply === 1 },
      text: toText(db, conversation.endpointId, content),
      isTemplate: content.template !== undefined,
      fileNames: listFileNames(db, row.id),
      state: row.state as 'waiting' | 'failed',
      reason: row.stateReason as ScheduledReason | null,
    }
  })
}

function toText(db: TenantDb, endpointId: number, { text, template }: ScheduledContent): string {
  if (!template) return text ?? ''
  const form = findTemplate(db, endpointId, template.name, template.language)
  return (form && renderTemplate(form, template)) ?? template.name
}

function listFileNames(db: TenantDb, scheduledId: number): string[] {
  return db
    .select({ name: files.name })
    .from(scheduledMessageFiles)
    .innerJoin(files, eq(files.id, scheduledMessageFiles.fileId))
    .where(sql`${scheduledMessageFiles.scheduledMessageId} = ${scheduledId}`)
    .orderBy(scheduledMessageFiles.position)
    .all()
    .map((row) => row.name)
}
