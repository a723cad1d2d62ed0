import { setTimeout as wait } from 'node:timers/promises'
import { openTestStream } from '#tests/event-stream.ts'
import { send } from '#tests/server.ts'
import type { TestResponse } from '#tests/server.ts'
import type { Company } from './companies.ts'
import type { Check } from './fault.ts'
import type { World } from './world.ts'

const LOOK_EVERY_MS = 250
/** What may be seen of the inside of the product: never on a page. */
const TRACE = /Sqlite|SQLITE_|at \w+ \(|\.server\.ts|node_modules|TenantFileError/

export function visit(world: World, company: Company, path = '/conversations') {
  const host = `${company.slug}.localhost:${world.port}`
  return send(world.port, { host, path, headers: { cookie: company.cookie, accept: 'text/html' } })
}

/** A page for people: says that it is not there now, when to come again, and nothing else. */
export function checkTroublePage(check: Check, page: TestResponse): void {
  check(page.status === 503, `the page of the company in trouble answers ${page.status}, not 503`)
  check(/text\/html/.test(page.headers['content-type'] ?? ''), 'it is no page')
  check(page.headers['retry-after'] !== undefined, 'it does not say when to come again')
  check(!TRACE.test(page.body), 'it shows a trace')
  check(/<h1/.test(page.body), 'it has no heading')
}

/**
 * While one company is in trouble: the pages of another, its live stream, and its messages.
 *
 * @returns ends the watch and says what was not as always
 */
export async function watchOther(world: World, check: Check) {
  const other = world.others[0] as Company
  const host = `${other.slug}.localhost:${world.port}`
  const from = world.traffic.written.length
  const stream = await openTestStream(world.port, { host, cookie: other.cookie })
  let isEnded = false
  void stream.ended.then(() => (isEnded = true))
  // One that looks at the troubled file now and then, as an open browser does.
  const { cookie, slug } = world.troubled
  const inTrouble = await openTestStream(world.port, { host: `${slug}.localhost`, cookie })
  const statuses: number[] = []
  let isStopped = false
  const watching = (async () => {
    for (; !isStopped; await wait(LOOK_EVERY_MS))
      statuses.push(
        await visit(world, other).then(
          ({ status }) => status,
          () => 0,
        ),
      )
  })()
  return async () => {
    isStopped = true
    await watching
    const wrong = statuses.filter((status) => status !== 200)
    check(wrong.length === 0, `pages of another company answered ${[...new Set(wrong)].join()}`)
    check(!isEnded, 'the live stream of another company ended')
    const refused = world.traffic.written
      .slice(from)
      .filter((one) => one.company !== world.troubled && (one.firstStatus ?? 200) !== 200)
    check(refused.length === 0, `${refused.length} messages to other companies were refused`)
    stream.close()
    inTrouble.close()
  }
}
