import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { SalesBench } from './sales-bench.ts'
import { checkSalesReads, checkSalesSheets, checkSalesWrites } from './sales-bench.ts'
import { startSalesBench } from './sales-bench.ts'
import { addProspect, earn, markOf } from './sales-world.ts'

// Walks every address of sales as it stands in the table, as one rep with another rep's ids, words
// and filters. A new page is asked because it exists.

const REACH = '#app/platform/sales/reach.server.ts'
const CALM = { timeout: 180_000 }

describe('a rep', () => {
  let bench: SalesBench
  beforeAll(async () => {
    bench = await startSalesBench()
  }, 120_000)
  afterAll(() => bench.close())

  test('reads nothing of another’s, and finds it nowhere', CALM, async () => {
    const { anna, brian } = bench
    expect(await checkSalesReads(bench, { as: anna, of: brian })).toEqual([])
    expect(await checkSalesReads(bench, { as: brian, of: anna })).toEqual([])
  })

  test('writes nothing to another’s', CALM, async () => {
    const { anna, brian } = bench
    expect(await checkSalesWrites(bench, { as: anna, of: brian })).toEqual([])
  })

  test('takes nothing of another’s along in a sheet, and learns only that somebody is known', async () => {
    const { anna, brian } = bench
    expect(await checkSalesSheets(bench, { as: anna, of: brian })).toEqual([])
  })

  test('sees their own there', async () => {
    const { anna, rows, ask } = bench
    const own = rows.get(anna.id)!
    for (const path of [
      ...['/sales.data', '/sales/prospects.data', '/sales/prospects/list.data'],
      ...['/sales/clients.data', '/sales/commissions.data', '/sales/prospects/import.data'],
      ...[`/sales/prospects/${own.prospects[0]}.data`, `/sales/clients/${own.tenantId}.data`],
    ]) {
      const { status, body } = await ask(anna, path)
      expect(status, path).toBe(200)
      expect(body, path).toContain(markOf('Anna'))
    }
  })

  test('whose colleague gets more to do is shown the same as before', async () => {
    const { anna, brian, rows, platform, ask } = bench
    const read = async () => {
      const bodies: string[] = []
      for (const path of ['/sales', '/sales/prospects', '/sales/clients', '/sales/commissions'])
        bodies.push((await ask(anna, `${path}.data`)).body)
      return bodies
    }
    // One win ahead, so that a colleague's money changes no rank.
    addProspect(platform, anna, 'won')
    const before = await read()
    addProspect(platform, brian, 'demo')
    earn(platform, rows.get(brian.id)!.tenantId, 500_000)
    expect(await read()).toEqual(before)
  })
})

describe('without a condition the walk complains', () => {
  const everything = () => undefined
  const mutations: [name: string, at: RegExp][] = [
    ['reachableProspects', /prospects/],
    ['reachableClients', /clients/],
    ['reachableCommissions', /commissions|clients/],
    ['reachableImports', /import/],
  ]
  afterEach(() => {
    vi.doUnmock(REACH)
    vi.resetModules()
  })

  test.each(mutations)('%s', CALM, async (name, at) => {
    vi.resetModules()
    vi.doMock(REACH, async (importOriginal) => ({
      ...(await importOriginal<Record<string, unknown>>()),
      [name]: everything,
    }))
    const fresh = await import('./sales-bench.ts')
    const bench = await fresh.startSalesBench()
    try {
      const who = { as: bench.anna, of: bench.brian }
      const problems = [
        ...(await fresh.checkSalesReads(bench, who)),
        ...(await fresh.checkSalesSheets(bench, who)),
      ]
      expect(problems.filter((problem) => at.test(problem))).not.toEqual([])
      expect(problems.some((problem) => /told of|not 404/.test(problem))).toBe(true)
      expect(problems.filter((problem) => problem.includes('breaks'))).toEqual([])
    } finally {
      await bench.close()
    }
  })
})
