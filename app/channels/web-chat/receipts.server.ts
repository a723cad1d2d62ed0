import { and, asc, eq, inArray, isNotNull, lte } from 'drizzle-orm'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { applyStatus } from '#app/domain/conversations/statuses.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contactIdOf } from './visitors.server.ts'
import type { Visitor } from './visitors.server.ts'

const AT_ONCE_MAX = 200

/**
 * The visitor's page has got, or the visitor has seen, our messages up to one of them.
 *
 * @returns how many moved on
 */
export function noteReceipt(
  db: TenantDb,
  visitor: Visitor,
  { status, upTo }: { status: 'delivered' | 'read'; upTo: number },
): number {
  const contactId = contactIdOf(db, visitor)
  if (contactId === undefined) return 0
  const behind = status === 'read' ? (['sent', 'delivered'] as const) : (['sent'] as const)
  const at = Date.now()
  return inTransaction(db, () => {
    const waiting = listWaiting(db, { contactId, endpointId: visitor.endpointId, behind, upTo })
    for (const providerId of waiting) {
      applyStatus(db, visitor.endpointId, { kind: 'status', providerId, status, at })
    }
    return waiting.length
  })
}

function listWaiting(
  db: TenantDb,
  of: {
    contactId: number
    endpointId: number
    behind: readonly ('sent' | 'delivered')[]
    upTo: number
  },
): string[] {
  return db
    .select({ providerId: messages.providerId })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        eq(conversations.contactId, of.contactId),
        eq(conversations.endpointId, of.endpointId),
        eq(messages.direction, 'outbound'),
        inArray(messages.status, [...of.behind]),
        isNotNull(messages.providerId),
        lte(messages.id, of.upTo),
      ),
    )
    .orderBy(asc(messages.id))
    .limit(AT_ONCE_MAX)
    .all()
    .map((row) => row.providerId as string)
}
