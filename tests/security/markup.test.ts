import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { decidedRoutes } from '#app/server/decide.server.ts'
import { fillAddress } from '#tests/visibility/addresses.ts'
import { startBench } from '#tests/visibility/bench.ts'
import type { Bench } from '#tests/visibility/bench.ts'
import { groups } from '#tests/visibility/groups.ts'
import { NOW } from '#tests/visibility/rows.ts'
import { readQueryNames } from './query-names.ts'

// Markup stands in every text that anybody can write: customers through a channel, staff in a
// form, the assistant in an answer. Every page is drawn, and nowhere is it markup.

const CALM = { timeout: 300_000 }
/** Leaves an attribute, an element, a script and a comment. */
const PAYLOAD = `"'></script><xss-canary onmouseover=alert(1)>--><!--\u2028`
const SCRIPT_LINK = 'javascript:canary(1)'
const RAW = /<xss-canary|"'>/i
/** An address that runs when it is followed, loaded or sent to. */
const RUNNING =
  /(?:href|src|action|formaction|xlink:href|data)\s*=\s*["']?\s*(?:javascript|vbscript|data:text\/html)/i
const LINKS = /(^|_)(url|link|website|homepage|avatar_url|source_url|image_url)$/
/** Texts that are words of the product's own, not somebody's. */
const OWN_WORDS = /_json$|^(storage_key|sha256|key|channel|kind|language|currency|provider_id)$/

let bench: Bench

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW + 3_600_000 })
  bench = await startBench()
  bench.setReach({ earlier: true, unassigned: true })
  plant()
}, 120_000)
afterAll(async () => {
  vi.useRealTimers()
  await bench.close()
})

test(
  'what customers, staff and the assistant wrote is never markup on any page',
  CALM,
  async () => {
    const world = { ids: bench.ids, groups, tables: bench.tables }
    let shown = 0
    const troubles: string[] = []
    for (const as of ['owner', 'anna'] as const)
      for (const { surface, path, methods } of decidedRoutes) {
        if (surface !== 'portal' || !methods.GET) continue
        for (const { filled } of fillAddress(path, world)) {
          const { status, headers, body } = await bench.ask({ as, path: filled })
          if (status >= 500) troubles.push(`${as} ${filled} → ${status}`)
          if (body.includes('xss-canary')) shown += 1
          const type = String(headers['content-type'] ?? '')
          if (isDrawn(type) && (RAW.test(body) || RUNNING.test(body)))
            troubles.push(`${as} ${filled}: ${around(body)}`)
          if (
            !isDrawn(type) &&
            status === 200 &&
            !/nosniff/.test(String(headers['x-content-type-options']))
          )
            troubles.push(`${as} ${filled}: ${type} may be sniffed`)
        }
      }
    expect(troubles).toEqual([])
    // The pages really showed what was planted.
    expect(shown).toBeGreaterThan(100)
  },
)

test('what stands in an address is never markup in the answer', CALM, async () => {
  const names = readQueryNames()
  const half = Math.ceil(names.length / 4)
  const troubles: string[] = []
  for (const { surface, path, methods } of decidedRoutes) {
    if (surface !== 'portal' || !methods.GET) continue
    const filled = path.replace(/:[a-zA-Z]+/g, encodeURIComponent(PAYLOAD))
    for (let at = 0; at < names.length; at += half) {
      const query = new URLSearchParams(names.slice(at, at + half).map((name) => [name, PAYLOAD]))
      const asked = `${path.includes(':') ? filled : path}?${query.toString()}`
      const { status, headers, body } = await bench.ask({ as: 'owner', path: asked })
      if (status >= 500) troubles.push(`${path} → ${status}`)
      const isMarkup = isDrawn(String(headers['content-type'] ?? '')) && RAW.test(body)
      if (isMarkup) troubles.push(`${path}: ${around(body)}`)
      const told = String(headers.location ?? '')
      if (/^\/\/|^https?:|^javascript:/.test(told)) troubles.push(`${path} leads to ${told}`)
    }
  }
  expect(troubles).toEqual([])
})

test('the API and files hand markup out as data only', async () => {
  const file = bench.ids.of('files', 'anna') as number
  const { headers } = await bench.ask({ as: 'anna', path: `/files/${file}` })
  expect(headers['content-type']).toBe('text/plain')
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers['content-security-policy']).toContain('sandbox')
})

/** Every marked text gets the payload, every address becomes a script. */
function plant(): void {
  const sqlite = sqliteOf(bench.own.db)
  for (const { name, columns, level } of bench.tables) {
    if (level === 'internal') continue
    for (const column of columns) {
      if (column.type !== 'TEXT' || column.refersTo || OWN_WORDS.test(column.name)) continue
      const value = LINKS.test(column.name) ? `'${SCRIPT_LINK}'` : `"${column.name}" || ?`
      const values = LINKS.test(column.name) ? [] : [PAYLOAD]
      sqlite
        .prepare(
          `update or ignore ${name} set "${column.name}" = ${value} where "${column.name}" like '%mark%'`,
        )
        .run(...values)
    }
  }
  sqlite.prepare(`update company set name = name || ?`).run(PAYLOAD)
  sqlite.prepare(`update members set name = name || ?`).run(PAYLOAD)
  sqlite
    .prepare(
      `update messages set direction = 'outbound', author_kind = 'ai', status = 'sent' where id % 2 = 0`,
    )
    .run()
}

function isDrawn(type: string): boolean {
  return /html|svg|xml/.test(type)
}

function around(body: string): string {
  const at = Math.max(body.search(RAW), body.search(RUNNING))
  return body.slice(Math.max(0, at - 120), at + 80)
}
