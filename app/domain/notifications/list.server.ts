import { and, desc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { isNotificationKind } from './kinds.ts'
import { notifications as n } from './schema.server.ts'
import type { ShownNotification } from './shown.ts'
import { inReach } from './unread.server.ts'

export const NOTIFICATIONS_PER_PAGE = 30

/** A page's path inside the product; `//host` would leave it. */
const OWN_PATH = /^\/(?![/\\])[\w\-./?=&%]*$/

/**
 * A person's notifications, the newest first. Reach is asked now: what has left it stands there
 * without a name and without a link.
 *
 * @param page.before id of the last one of the page before
 */
export function listNotifications(
  db: TenantDb,
  actor: Actor,
  page: { onlyUnread?: boolean; before?: number; limit?: number } = {},
): { rows: ShownNotification[]; next: number | undefined } {
  const { onlyUnread, before, limit = NOTIFICATIONS_PER_PAGE } = page
  const reach = inReach(db, actor)
  const rows = selectRows(db, reach)
    .where(
      and(
        ...[eq(n.memberId, actor.id), eq(n.inApp, 1), before ? lt(n.id, before) : undefined],
        onlyUnread ? and(isNull(n.readAt), reach) : undefined,
      ),
    )
    .orderBy(desc(n.id))
    .limit(limit + 1)
    .all()
  const shown = rows.slice(0, limit).map((row) => toShown(db, row))
  return { rows: shown, next: rows.length > limit ? shown.at(-1)?.id : undefined }
}

/** One notification as its member may see it now, for a device or a mail. */
export function findNotification(db: TenantDb, actor: Actor, id: number) {
  const row = selectRows(db, inReach(db, actor))
    .where(and(eq(n.id, id), eq(n.memberId, actor.id)))
    .get()
  return row && toShown(db, row)
}

type Row = {
  row: typeof n.$inferSelect
  isWithinReach: number
  contactId: number | null
  contactName: string | null
}

function selectRows(db: TenantDb, reach: ReturnType<typeof inReach>) {
  return db
    .select({
      row: n,
      isWithinReach: sql<number>`${reach ?? sql`1`}`,
      contactId: contacts.id,
      contactName: sql<string | null>`coalesce(nullif(${contacts.name}, ''), ${contacts.phone})`,
    })
    .from(n)
    .leftJoin(conversations, eq(conversations.id, n.conversationId))
    .leftJoin(
      contacts,
      or(
        eq(contacts.id, conversations.contactId),
        and(isNull(n.conversationId), eq(contacts.id, n.contactId)),
      ),
    )
}

function toShown(db: TenantDb, { row, isWithinReach, contactName }: Row): ShownNotification {
  const { id, kind, createdAt, readAt, conversationId, contactId } = row
  const known = isNotificationKind(kind) ? kind : 'customer_replied'
  const bare = { id, kind: known, createdAt, isRead: readAt !== null }
  if (!isWithinReach) return { ...bare, isWithinReach: false }
  const data = JSON.parse(row.dataJson) as Record<string, unknown>
  return {
    ...{ ...bare, isWithinReach: true, contactName: contactName ?? undefined },
    ...{ byName: byNameOf(db, data), to: toPath({ conversationId, contactId, data }) },
    decision: typeof data['decision'] === 'string' ? data['decision'] : undefined,
  }
}

function byNameOf(db: TenantDb, data: Record<string, unknown>): string | undefined {
  if (typeof data['byName'] === 'string') return data['byName']
  const by = data['by'] ?? data['byMemberId']
  if (typeof by !== 'number') return undefined
  return db.select({ name: members.name }).from(members).where(eq(members.id, by)).get()?.name
}

function toPath(about: {
  conversationId: number | null
  contactId: number | null
  data: Record<string, unknown>
}): string | undefined {
  const noteId = about.data['noteId']
  if (about.conversationId !== null) {
    const conversation = `/conversations/${about.conversationId}`
    return typeof noteId === 'number' ? `${conversation}/notes/${noteId}` : conversation
  }
  if (about.contactId !== null) return `/contacts/${about.contactId}`
  const path = about.data['path']
  return typeof path === 'string' && OWN_PATH.test(path) ? path : undefined
}
