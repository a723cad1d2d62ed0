import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request as httpRequest } from 'node:http'
import type { IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashPassword } from '#app/credentials/passwords.server.ts'
import { createSession } from '#app/domain/members/sessions.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import { createServices } from '#app/server/create-services.server.ts'
import { readEnv, requireSecrets } from '#app/server/env.server.ts'
import { createHttp } from '#app/server/http.server.ts'
import { startJobs } from '#app/server/jobs.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import type { DirectoryEntry } from '#app/platform/tenants/directory.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

export type TestResponse = { status: number; headers: IncomingHttpHeaders; body: string }
export type TestRequest = {
  host: string
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}
export type TestCompany = { slug: string; host: string; entry: DirectoryEntry; db: TenantDb }
export type TestServer = Awaited<ReturnType<typeof startTestServer>>

const PASSWORD = 'correct horse battery'

/**
 * The whole product in this process on a free port with a data folder of its own. Pages need
 * `npm run build` first; without `pages` only wire routes answer.
 */
export async function startTestServer(
  options: { pages?: boolean; jobs?: boolean; env?: Record<string, string> } = {},
) {
  const dataDir = mkdtempSync(join(tmpdir(), 'baraza-server-'))
  const logLines: string[] = []
  const env = requireSecrets(
    readEnv({
      NODE_ENV: 'test',
      DATA_DIR: dataDir,
      SESSION_SECRET: 'x'.repeat(32),
      ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...options.env,
    }),
  )
  const log = createLog(env.LOG_LEVEL, { write: (line) => void logLines.push(line) })
  const runtime = createRuntime(env, log)
  const services = createServices(runtime)
  const jobs = options.jobs === false ? undefined : startJobs(runtime, services)
  const http = await createHttp(runtime, services, { pages: options.pages ?? false })
  const server = createServer(http.app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const passwordHash = await hashPassword(PASSWORD)

  function addCompany(slug: string, industry = 'hotel'): TestCompany {
    const owner = { email: `owner@${slug}.test`, name: 'Owner', passwordHash }
    const made = createCompany(runtime, { slug, name: slug, industry, owner, isVerified: true })
    if (!made.ok) throw new Error(made.reason)
    const entry = runtime.directory.findBySlug(slug) as DirectoryEntry
    return { slug, host: `${slug}.localhost`, entry, db: runtime.tenancy.acquire(entry) }
  }

  /** A session cookie of a member, made without going through the form. */
  function cookieOf(company: TestCompany, memberId = 1): string {
    const token = createSession(company.db, memberId, { ip: null, userAgent: 'test' })
    return `baraza_member=${token}`
  }

  async function close(): Promise<void> {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
    await jobs?.stop()
    await services.close()
    runtime.tenancy.closeAll()
    closePlatform(runtime.platform)
    rmSync(dataDir, { recursive: true, force: true })
  }

  const fetchPath = (request: TestRequest) => send(port, request)
  return {
    ...{ port, runtime, services, logLines, password: PASSWORD },
    ...{ addCompany, cookieOf, close, fetch: fetchPath },
  }
}

/** Node resolves no `*.localhost` and fetch ignores a Host header, so plain http it is. */
export function send(port: number, request: TestRequest): Promise<TestResponse> {
  const { host, path, method = 'GET', headers, body } = request
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { host, ...headers } },
      (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
        incoming.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
