import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import type { RequestHandler } from 'express'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createMeter } from '#app/platform/health/meter.ts'
import { branchOf } from '#app/server/branch.server.ts'
import { decidedRoutes, findDecidedRoute } from '#app/server/decide.server.ts'
import { createRemix } from '#app/server/remix.server.ts'
import { readRequestContext } from '#app/server/request-context.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { fillInbox } from './inbox-data.ts'
import { runLoad } from './load.ts'
import type { BenchRow } from './row.ts'

const SECONDS = 4
const CONNECTIONS = 10
const SMALL = 1_000
const LARGE = 100_000
const GROWTH_GOAL = 1.5
const ROUTES_GOAL = 0.85

/** The inbox at two sizes, and what the number of routes costs a page. */
export async function benchPages(): Promise<BenchRow[]> {
  const server = await startTestServer({ pages: true, jobs: false, env: { LOG_LEVEL: 'silent' } })
  try {
    return [...(await inboxSizes(server)), ...(await routeCounts(server))]
  } finally {
    await server.close()
  }
}

async function inboxSizes(server: TestServer): Promise<BenchRow[]> {
  const measure = async (slug: string, size: number) => {
    const company = server.addCompany(slug)
    fillInbox(company.db, size)
    const headers = { host: company.host, cookie: server.cookieOf(company) }
    const requests = [{ method: 'GET' as const, path: '/conversations', headers }]
    const plan = { port: server.port, connections: CONNECTIONS, requests }
    await runLoad({ ...plan, seconds: 1 })
    return runLoad({ ...plan, seconds: SECONDS })
  }
  const small = await measure('bench-small', SMALL)
  const large = await measure('bench-large', LARGE)
  const growth = small.perSecond / large.perSecond
  return [
    {
      name: `(b) inbox, ${SMALL} conversations`,
      value: `${small.perSecond.toFixed(0)} pages/s, p95 ${small.p95Ms.toFixed(0)} ms`,
    },
    {
      ...{ name: `(b) inbox, ${LARGE} conversations`, ratio: growth },
      value: `${large.perSecond.toFixed(0)} pages/s, p95 ${large.p95Ms.toFixed(0)} ms`,
      ...{ goal: `cost ≤ ${GROWTH_GOAL}× the small one`, met: growth <= GROWTH_GOAL },
    },
  ]
}

async function routeCounts(server: TestServer): Promise<BenchRow[]> {
  const build = (await import(
    pathToFileURL(resolve('build/server/portal/index.js')).href
  )) as ServerBuild
  const company = server.addCompany('bench-routes')
  fillInbox(company.db, SMALL)
  const cookie = server.cookieOf(company)
  const count = decidedRoutes.filter((route) => route.surface === 'portal').length
  const rows: BenchRow[] = []
  for (const [name, path] of [
    ['inbox', '/conversations'],
    ['empty page', '/login'],
  ] as const) {
    const headers = { host: company.host, ...(name === 'inbox' && { cookie }) }
    const run = async (pages: RequestHandler) => {
      const { port, close } = await serve(server, pages)
      const plan = {
        port,
        connections: CONNECTIONS,
        requests: [{ method: 'GET' as const, path, headers }],
      }
      await runLoad({ ...plan, seconds: 1 })
      const result = await runLoad({ ...plan, seconds: SECONDS })
      close()
      return result.perSecond
    }
    const one = await run(bare(branchOf(build, routeIdOf(path))))
    const product = await run(await createRemix(createMeter()))
    const whole = await run(bare(build))
    const ratio = product / one
    rows.push(
      { name: `(f) ${name}, one route`, value: `${one.toFixed(0)} pages/s` },
      {
        ...{ name: `(f) ${name}, ${count} routes`, value: `${product.toFixed(0)} pages/s`, ratio },
        ...{ goal: `≥ ${ROUTES_GOAL}`, met: ratio >= ROUTES_GOAL },
      },
      {
        name: `(f) ${name}, ${count} routes, matched by Remix`,
        value: `${whole.toFixed(0)} pages/s`,
        ratio: whole / one,
      },
    )
  }
  return rows
}

function routeIdOf(path: string): string {
  const routeId = findDecidedRoute('portal', path)?.routeId
  if (!routeId) throw new Error(`No page at ${path}`)
  return routeId
}

function bare(build: ServerBuild): RequestHandler {
  const handler = createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: (_request, response) => ({ baraza: response.locals['context'] as never }),
  })
  return (request, response, next) => void handler(request, response, next)
}

async function serve(server: TestServer, pages: RequestHandler) {
  const app = express()
  app.use((request, response, next) => {
    response.locals['nonce'] = 'bench'
    response.locals['requestId'] = 'bench'
    response.locals['context'] = readRequestContext(
      server.runtime,
      server.services,
      request,
      response,
    )
    next()
  })
  app.all('*', pages)
  const http = createServer(app)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return { port, close: () => void http.close() }
}
