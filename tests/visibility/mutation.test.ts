import { eq, sql } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import type { openFile } from '#app/domain/files/store.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

// The proof of the proof: with one filter taken out of the product, the same walk over every
// address says whose rows got out. A filter that could go unnoticed would be no filter.

const REACH = '#app/domain/conversations/reach.server.ts'
const CONTACT_REACH = '#app/domain/contacts/reach.server.ts'
const LEAD_REACH = '#app/domain/leads/reach.server.ts'

type Exports = Record<string, unknown>
type Mutation = {
  /** what lets everything through */
  without: string
  module: string
  change: () => Promise<Exports> | Exports
  /** an address that must be among the complaints */
  at: RegExp
  /** seen where it is written, not where it is read */
  isWrite?: boolean
}

const any = () => sql`true`

const mutations: Mutation[] = [
  {
    without: 'reachable',
    module: REACH,
    change: () => ({ reachable: any }),
    at: /GET \/conversations/,
  },
  {
    ...{ without: 'findReachable', module: REACH, at: /is not 404/ },
    change: async () => {
      const { conversations } = await import('#app/domain/conversations/schema.server.ts')
      return {
        findReachable: (db: TenantDb, _actor: unknown, id: number) =>
          db.select().from(conversations).where(eq(conversations.id, id)).get(),
      }
    },
  },
  {
    ...{ without: 'reachOf', module: REACH, at: /GET \/contacts/ },
    change: () => ({
      reachOf: () => ({ isEverything: true, unassigned: true, earlier: true, key: 'everything' }),
    }),
  },
  {
    ...{ without: 'reachableContacts', module: CONTACT_REACH, at: /GET \/contacts/ },
    change: () => ({ reachableContacts: any }),
  },
  {
    ...{ without: 'findContact', module: CONTACT_REACH, at: /GET \/contacts\/\d+/ },
    change: async () => {
      const { contacts } = await import('#app/domain/contacts/schema.server.ts')
      return {
        findContact: (db: TenantDb, _actor: unknown, id: number) =>
          db.select().from(contacts).where(eq(contacts.id, id)).get(),
      }
    },
  },
  {
    ...{ without: 'reachableLeads', module: LEAD_REACH, at: /GET \/leads/ },
    change: () => ({ reachableLeads: any }),
  },
  {
    ...{ without: 'findLead', module: LEAD_REACH, at: /^\/leads\/\d+/, isWrite: true },
    change: async () => {
      const { leads } = await import('#app/domain/leads/schema.server.ts')
      return {
        findLead: (db: TenantDb, _actor: unknown, id: number) =>
          db.select().from(leads).where(eq(leads.id, id)).get(),
      }
    },
  },
  {
    without: 'findReachableFile',
    module: '#app/domain/files/reach.server.ts',
    at: /GET \/files\/\d+/,
    change: async () => {
      const store = await import('#app/domain/files/store.server.ts')
      const open: typeof openFile = store.openFile
      return { findReachableFile: (db: TenantDb, _actor: unknown, id: number) => open(db, id) }
    },
  },
  {
    without: 'inReach of notifications',
    module: '#app/domain/notifications/unread.server.ts',
    at: /GET \/notifications/,
    change: () => ({ inReach: any }),
  },
  {
    without: 'scopeOf figures',
    module: '#app/domain/analytics/rows.server.ts',
    at: /GET \/reports\/rows/,
    change: () => ({ toPermitted: (_actor: unknown, query: unknown) => query }),
  },
]

afterEach(() => {
  vi.doUnmock(REACH)
  vi.resetModules()
})

test.each(mutations)(
  'without $without the walk complains',
  { timeout: 300_000 },
  async (mutation) => {
    const { module, change, at, isWrite } = mutation
    vi.resetModules()
    vi.doMock(module, async (importOriginal) => ({
      ...(await importOriginal<Exports>()),
      ...(await change()),
    }))
    try {
      const problems = await (isWrite ? walkWrites() : walk())
      expect(problems.filter((problem) => at.test(problem))).not.toEqual([])
      // It complains of rows that got out, not of a product that no longer runs.
      expect(problems.some((problem) => /told of|is not 404|no 404/.test(problem))).toBe(true)
    } finally {
      vi.doUnmock(module)
    }
  },
)

async function walk(): Promise<string[]> {
  const { startBench } = await import('./bench.ts')
  const { checkReads, listQuestions } = await import('./reads.ts')
  const { CLOSED_REACH: reach } = await import('./groups.ts')
  const bench = await startBench()
  try {
    const questions = await listQuestions(bench, 'anna', { isNarrowed: false })
    return await checkReads(bench, { agent: 'anna', reach, questions })
  } finally {
    await bench.close()
  }
}

async function walkWrites(): Promise<string[]> {
  const { startBench } = await import('./bench.ts')
  const { checkWrites, listForeignWrites } = await import('./writes.ts')
  const bench = await startBench()
  try {
    const leads = listForeignWrites(bench).filter(({ route }) => route.startsWith('/leads/'))
    return await checkWrites(bench, leads)
  } finally {
    await bench.close()
  }
}
