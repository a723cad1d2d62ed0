import { getCompany } from '#app/domain/company/queries.server.ts'
import { findConversationHead } from '#app/domain/conversations/conversation-head.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { listLiveSales } from '#app/domain/sales/record.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { parseRequired } from './closing.ts'
import { listLostReasons } from './lost-reasons.server.ts'

export type ClosingFacts = NonNullable<ReturnType<typeof findClosingFacts>>

/** What the form that closes a conversation needs to know, if this person reaches it. */
export function findClosingFacts(db: TenantDb, actor: Actor, conversationId: number) {
  const head = findConversationHead(db, actor, conversationId)
  if (!head) return undefined
  const { closeRequires, currency } = getCompany(db)
  const { id, contactName, contactPhone, status } = head
  return {
    ...{ id, contactName, contactPhone, currency },
    isClosed: status === 'closed',
    required: parseRequired(closeRequires),
    lostReasons: listLostReasons(db),
    /** in its currency, minor units; of sales that are written down already */
    soldMinor: sumOrUndefined(listLiveSales(db, conversationId)),
  }
}

function sumOrUndefined(sales: { amountMinor: number }[]): number | undefined {
  if (sales.length === 0) return undefined
  return sales.reduce((sum, sale) => sum + sale.amountMinor, 0)
}
