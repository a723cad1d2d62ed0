import { platformUsers } from '#app/platform/schema.server.ts'
import type { PlatformActor, PlatformRole } from '#app/platform/users/permissions.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { salesPages } from '#app/routes/sales-pages.ts'
import { startTestServer } from '#tests/server.ts'
import { dataPathOf } from './bench.ts'
import { dumpSales, fillRep, markOf, phoneOf } from './sales-world.ts'
import type { RepRows } from './sales-world.ts'

export type SalesBench = Awaited<ReturnType<typeof startSalesBench>>

/** The product with two reps, each with a company, prospects and commissions of their own. */
export async function startSalesBench() {
  const server = await startTestServer({ pages: true, jobs: false, env: { LOG_LEVEL: 'error' } })
  const { platform } = server.runtime
  const cookies = new Map<number, string>()
  function addUser(name: string, role: PlatformRole): PlatformActor {
    const row = { email: `${name}@sales.test`, name, role, createdAt: 0, updatedAt: 0 }
    const { id } = platform.insert(platformUsers).values(row).returning().get()
    const token = createPlatformSession(platform, id, { ip: null, userAgent: null })
    cookies.set(id, `baraza_platform=${token}`)
    return { id, name, role }
  }
  const boss = addUser('Zuhura', 'owner')
  const [anna, brian] = [addUser('Anna', 'sales'), addUser('Brian', 'sales')]
  const rowsOf = (rep: PlatformActor): RepRows => {
    const { slug, entry } = server.addCompany(`${markOf(rep.name)}-company`)
    return fillRep(platform, { boss, rep }, { slug, id: entry.id })
  }
  const rows = new Map([anna, brian].map((rep) => [rep.id, rowsOf(rep)]))

  function ask(user: PlatformActor, path: string, form?: Record<string, string>) {
    return server.fetch({
      ...{ host: 'app.localhost', path, method: form ? 'POST' : 'GET' },
      body: form && new URLSearchParams(form).toString(),
      headers: {
        ...{ cookie: cookies.get(user.id) as string, origin: 'http://app.localhost' },
        'content-type': 'application/x-www-form-urlencoded',
      },
    })
  }
  return { server, platform, boss, anna, brian, rows, ask, close: () => server.close() }
}

type Question = { path: string; isForeign: boolean }

/** Every address of sales that is read, with each rep's ids and with filters that name the other. */
export function listReads(bench: SalesBench, of: PlatformActor): Question[] {
  const mark = markOf(of.name)
  const queries = ['', `q=${mark}`, `rep=${of.id}`, `city=${mark}city`, 'due=today', 'stage=won']
  const further = ['state=pending', 'status=none', `q=${of.name}`]
  return salesPages()
    .filter(({ methods }) => methods.GET === 'sales.read')
    .flatMap(({ path, file }): Question[] => {
      const screen = file.replace(/\.tsx$/, '')
      if (path.includes(':'))
        return fill(bench, path, of).map((filled) => ({
          ...{ path: dataPathOf(screen, filled), isForeign: true },
        }))
      return [...queries, ...further].map((query) => ({
        path: dataPathOf(screen, query ? `${path}?${query}` : path),
        isForeign: false,
      }))
    })
}

/** An address with the ids of what is this rep's. */
function fill(bench: SalesBench, path: string, of: PlatformActor): string[] {
  const rows = bench.rows.get(of.id)!
  if (path.includes(':tenant')) return [path.replace(':tenant', rows.tenantId)]
  if (path.includes('/import/')) return [path.replace(':id', String(rows.importId))]
  if (path.includes('/onboarding/:id'))
    return [path.replace(':id', String(rows.sessionId)).replace(':step', 'business')]
  if (path.includes('/prospects/'))
    return rows.prospects.map((id) =>
      path.replace(':meetingid', String(rows.meetingId)).replace(':id', String(id)),
    )
  return [path.replace(':id', '1')]
}

/** What one rep is told of another's; nothing when all is well. */
export async function checkSalesReads(
  bench: SalesBench,
  { as, of }: { as: PlatformActor; of: PlatformActor },
): Promise<string[]> {
  const problems: string[] = []
  for (const { path, isForeign } of listReads(bench, of)) {
    const { status, body } = await bench.ask(as, path)
    if (status >= 500) problems.push(`${path} breaks`)
    if (isForeign && status !== 404) problems.push(`${path} is ${status}, not 404`)
    if (tells(body, of, path)) problems.push(`${path} is told of`)
  }
  return problems
}

/** Every write with the other's ids: refused, without a word and without a trace. */
export async function checkSalesWrites(
  bench: SalesBench,
  { as, of }: { as: PlatformActor; of: PlatformActor },
): Promise<string[]> {
  const problems: string[] = []
  const before = dumpSales(bench.platform)
  for (const { path, methods } of salesPages())
    for (const filled of methods.POST && path.includes(':') ? fill(bench, path, of) : []) {
      const { status, body } = await bench.ask(as, filled, writeBody(of))
      const isManagers = methods.POST === 'sales.manage'
      if (status !== (isManagers ? 403 : 404)) problems.push(`${filled} is ${status}`)
      if (tells(body, of, filled)) problems.push(`${filled} is told of`)
      if (dumpSales(bench.platform) !== before) return [...problems, `${filled} wrote`]
    }
  return problems
}

/** Files and what asks whether somebody is known already. */
export async function checkSalesSheets(
  bench: SalesBench,
  { as, of }: { as: PlatformActor; of: PlatformActor },
): Promise<string[]> {
  const problems: string[] = []
  const forms: [string, Record<string, string>][] = [
    ['/sales/prospects/export', { query: '' }],
    ['/sales/prospects/export', { query: `rep=${of.id}&q=${markOf(of.name)}` }],
    ['/sales/commissions/export', { query: '' }],
    ['/sales/commissions/export', { query: `rep=${of.id}` }],
    [
      '/sales/prospects/new',
      { name: 'Somebody new', industry: 'hotel', phone: phoneOf(of, 'demo') },
    ],
  ]
  for (const [path, form] of forms) {
    const { status, body } = await bench.ask(as, path, form)
    if (status !== (path.endsWith('/new') ? 422 : 200)) problems.push(`${path} is ${status}`)
    if (tells(body, of, JSON.stringify(form))) problems.push(`${path} is told of`)
  }
  return problems
}

function writeBody(of: PlatformActor): Record<string, string> {
  return {
    ...{ stage: 'contacted', reason: 'Test', text: 'Test', repId: String(of.id), slug: 'x' },
    ...{ name: 'Test', industry: 'hotel', 'column-0': 'name' },
  }
}

/** What was asked for may be repeated; anything else of the other's may not stand there. */
function tells(body: string, of: PlatformActor, asked: string): boolean {
  const mark = markOf(of.name)
  const own = new Set(asked.match(new RegExp(`${mark}\\w*`, 'g')))
  const found = body.match(new RegExp(`${mark}[\\w-]*( \\w+)?`, 'g')) ?? []
  return found.some((words) => words.includes(' ') || !own.has(words))
}
