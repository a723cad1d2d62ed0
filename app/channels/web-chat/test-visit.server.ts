import { and, desc, eq, ne } from 'drizzle-orm'
import { storeInboundEvent } from '#app/domain/endpoints/inbound-events.server.ts'
import { endpoints, webChatVisitors } from '#app/domain/endpoints/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listVisitorMessages } from './history.server.ts'
import type { VisitorMessage } from './history.server.ts'
import { openVisit } from './visitors.server.ts'
import type { Visitor } from './visitors.server.ts'
import type { Written } from './written.ts'

/** Nobody on a website is called so: what websites vouch for is signed and read as it is. */
const TESTER = 'baraza-first-test'
const TESTER_NAME = 'Test'

/** The chat that a company tries its assistant in: its first that is in use. */
export function findTestEndpoint(db: TenantDb): number | undefined {
  return db
    .select({ id: endpoints.id })
    .from(endpoints)
    .where(and(eq(endpoints.channel, 'web-chat'), ne(endpoints.status, 'disabled')))
    .orderBy(endpoints.id)
    .get()?.id
}

/** Writes as a customer would: by the road that every visitor's message takes. */
export function askAsVisitor(
  db: TenantDb,
  endpointId: number,
  question: { text: string; userId?: string; name?: string; language?: string },
): void {
  const { text, userId = TESTER, name = TESTER_NAME, language = 'en' } = question
  const visitor =
    findVisitorOf(db, endpointId, userId) ?? openVisit(db, endpointId, { userId, language }).visitor
  const key = crypto.randomUUID()
  const written: Written = {
    ...{ visitorId: visitor.id, externalId: visitor.externalId, key, text, files: [] },
    claims: { name },
  }
  const raw = Buffer.from(JSON.stringify(written))
  const event = { endpointId, eventId: `${visitor.id}:${key}`, raw }
  inTransaction(db, () => storeInboundEvent(db, event))
}

/** What was said in the test so far, oldest first. */
export function listTestMessages(db: TenantDb, endpointId: number): VisitorMessage[] {
  const visitor = findVisitorOf(db, endpointId, TESTER)
  return visitor ? listVisitorMessages(db, visitor).toReversed() : []
}

function findVisitorOf(db: TenantDb, endpointId: number, userId: string): Visitor | undefined {
  const externalId = `${endpointId}:u:${userId}`
  const row = db
    .select()
    .from(webChatVisitors)
    .where(
      and(eq(webChatVisitors.endpointId, endpointId), eq(webChatVisitors.externalId, externalId)),
    )
    .orderBy(desc(webChatVisitors.id))
    .get()
  return row && { id: row.id, endpointId, externalId, language: row.language, isIdentified: true }
}
