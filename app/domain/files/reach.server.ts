import { and, eq } from 'drizzle-orm'
import { filterCannedFiles } from '#app/domain/canned-responses/list.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations, messageMedia, messages } from '#app/domain/conversations/schema.server.ts'
import { linkPreviews, messageLinks } from '#app/domain/link-previews/schema.server.ts'
import { messageTemplates } from '#app/domain/endpoints/schema.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { openFile } from './store.server.ts'

/**
 * A file as this person may open it: what is in a conversation they reach, what they uploaded
 * themselves, and the company's own pictures. Anything else is not there for them.
 */
export function findReachableFile(db: TenantDb, actor: Actor, fileId: number) {
  const opened = openFile(db, fileId)
  if (!opened) return undefined
  const { purpose, createdByMemberId } = opened.file
  if (purpose === 'document') return can(actor, 'knowledge.read') ? opened : undefined
  if (purpose !== 'message') return opened
  const isInReach = isInReachableConversation(db, actor, fileId)
  const isPreview = isInReachablePreview(db, actor, fileId)
  const isOwnDraft = createdByMemberId === actor.id && !isSent(db, fileId)
  const isReadyMade =
    filterCannedFiles(db, actor, [fileId]).length > 0 || isTemplateFile(db, actor, fileId)
  return isInReach || isPreview || isOwnDraft || isReadyMade ? opened : undefined
}

/** What a template shows above its words is the company's, for whoever may send it. */
function isTemplateFile(db: TenantDb, actor: Actor, fileId: number): boolean {
  if (!can(actor, 'conversations.reply')) return false
  const isHeader = eq(messageTemplates.headerFileId, fileId)
  return Boolean(
    db.select({ id: messageTemplates.id }).from(messageTemplates).where(isHeader).limit(1).get(),
  )
}

function isInReachableConversation(db: TenantDb, actor: Actor, fileId: number): boolean {
  const row = db
    .select({ id: messages.id })
    .from(messageMedia)
    .innerJoin(messages, eq(messages.id, messageMedia.messageId))
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(and(eq(messageMedia.fileId, fileId), reachable(db, actor)))
    .limit(1)
    .get()
  return row !== undefined && can(actor, 'conversations.read')
}

/** The picture of a page that a message links to, for who may read such a message. */
function isInReachablePreview(db: TenantDb, actor: Actor, fileId: number): boolean {
  if (getCompany(db).linkPreviews === 0 || !can(actor, 'conversations.read')) return false
  const row = db
    .select({ id: messages.id })
    .from(linkPreviews)
    .innerJoin(messageLinks, eq(messageLinks.url, linkPreviews.url))
    .innerJoin(messages, eq(messages.id, messageLinks.messageId))
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(and(eq(linkPreviews.imageFileId, fileId), reachable(db, actor)))
    .limit(1)
    .get()
  return row !== undefined
}

/** Once sent, a file belongs to its conversation: reach ends with reassignment. */
function isSent(db: TenantDb, fileId: number): boolean {
  return (
    db
      .select({ id: messageMedia.messageId })
      .from(messageMedia)
      .where(eq(messageMedia.fileId, fileId))
      .limit(1)
      .get() !== undefined
  )
}
