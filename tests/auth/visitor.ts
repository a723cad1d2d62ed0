import { listOutbox } from '#app/platform/mail/outbox.server.ts'
import type { TestResponse, TestServer } from '#tests/server.ts'

const MAIL_WAIT_MS = 8_000

export type Visitor = ReturnType<typeof createVisitor>

/** A browser without scripts: keeps each host's cookies to that host and posts plain forms. */
export function createVisitor(server: TestServer, host: string) {
  const cookies = new Map<string, string>()
  const origin = `http://${host}:${server.port}`

  async function ask(path: string, init: Parameters<TestServer['fetch']>[0] | object = {}) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const extra = init as { method?: string; headers?: Record<string, string>; body?: string }
    const headers = { ...(cookie && { cookie }), ...extra.headers }
    const response = await server.fetch({
      ...{ host: `${host}:${server.port}`, path, method: extra.method, body: extra.body, headers },
    })
    for (const line of response.headers['set-cookie'] ?? []) keep(line)
    return response
  }

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (/Max-Age=0/.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }

  return {
    ...{ cookies, origin },
    get: (path: string) => ask(path),
    post: (path: string, fields: Record<string, string> = {}) =>
      ask(path, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams(fields).toString(),
      }),
    send: (path: string, type: string, body: string) =>
      ask(path, { method: 'POST', headers: { origin, 'content-type': type }, body }),
    signIn: (email: string, password: string) =>
      ask('/login', {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ email, password }).toString(),
      }),
  }
}

/** The newest mail to an address once it is there, and the path of the link in it. */
export async function mailTo(server: TestServer, to: string, count = 1) {
  const deadline = Date.now() + MAIL_WAIT_MS
  for (;;) {
    const mails = listOutbox(server.runtime.platform).filter((mail) => mail.toAddress === to)
    const [mail] = mails
    if (mail && mails.length >= count) return { ...mail, path: pathIn(mail.textBody) }
    if (Date.now() > deadline) throw new Error(`No mail to ${to}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

/** Lets queued jobs run out, for showing that no mail was sent. */
export async function settleJobs(server: TestServer): Promise<void> {
  const { platform, directory, tenancy } = server.runtime
  const { platformSqliteOf } = await import('#app/platform/db.server.ts')
  const { sqliteOf } = await import('#app/tenancy/tenant-db.server.ts')
  const waiting = `select count(*) from jobs where state in ('queued', 'running') and run_at < ?`
  for (;;) {
    const soon = Date.now() + 1_000
    let left = platformSqliteOf(platform).prepare(waiting).pluck().get(soon) as number
    for (const entry of directory.everyTenant()) {
      const db = tenancy.acquire(entry)
      left += sqliteOf(db).prepare(waiting).pluck().get(soon) as number
      tenancy.release(entry.id)
    }
    if (left === 0) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

export function locationOf(response: TestResponse): string {
  return String(response.headers.location ?? '')
}

function pathIn(text: string): string {
  return /https?:\/\/[^/\s]+(\/\S*)/.exec(text)?.[1] ?? ''
}
