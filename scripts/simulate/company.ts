import { upsertProducts } from '#app/domain/catalog/products.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { createSession } from '#app/domain/members/sessions.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import { channelEnvOf } from '#app/server/channel-env.server.ts'
import { createCompany } from '#app/server/create-company.server.ts'
import { createEndpoints } from '#app/server/endpoints.server.ts'
import { readEnv, requireSecrets } from '#app/server/env.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { DayOptions } from './options.ts'

export const SLUG = 'busy-motors'
export const OWNER_ID = 1
export const NUMBER = {
  ...{ phoneNumberId: '900100200300500', displayPhoneNumber: '+254 700 500 500' },
  ...{ wabaId: '55777', accessToken: 'token', appSecret: 'secret-of-the-day' },
}
/** What somebody sells, in minor units. */
export const PRICE_MINOR = 250_000

export type Staff = { id: number; name: string; cookie: string }
export type DayCompany = { owner: Staff; manager: Staff; agents: Staff[]; webhookPath: string }

/** A company with its people signed in, before the server starts. */
export function makeDayCompany(
  environment: Record<string, string>,
  options: DayOptions,
): DayCompany {
  return inDayCompany(environment, (db, runtime, isNew) => {
    if (!isNew) throw new Error('The folder holds a company already')
    const product = { sku: 'TYR', name: 'Tyre', description: 'One tyre', currency: 'KES' }
    upsertProducts(db, [{ ...product, priceMinor: PRICE_MINOR, stock: 1_000_000 }])
    sqliteOf(db)
      .prepare(
        `update company set ai_enabled = 0, assignment_strategy = 'workload', default_capacity = ?,
           direct_transfer = 0, auto_away_minutes = 240`,
      )
      .run(options.capacity)
    const endpoints = createEndpoints(runtime, channelEnvOf(runtime.env))
    const { phoneNumberId, accessToken, appSecret } = NUMBER
    const settings = { phoneNumberId, accessToken, appSecret }
    const added = endpoints.add(db, { channel: 'whatsapp-cloud', settings })
    if (!added.ok) throw new Error(added.reason)
    const agents = Array.from({ length: options.agents }, (_, index) =>
      addStaff(db, 'agent', `Agent ${index + 1}`),
    )
    return {
      ...{ owner: signIn(db, OWNER_ID, 'Owner'), manager: addStaff(db, 'manager', 'Manager') },
      ...{ agents, webhookPath: `/webhooks/whatsapp-cloud/${added.endpoint.key}` },
    }
  })
}

/** Opens the company's file for a moment, beside a server or without one. */
export function inDayCompany<T>(
  environment: Record<string, string>,
  work: (db: TenantDb, runtime: ReturnType<typeof createRuntime>, isNew: boolean) => T,
): T {
  const runtime = createRuntime(requireSecrets(readEnv(environment)), createLog('silent'))
  try {
    const known = runtime.directory.findBySlug(SLUG)
    if (known) return work(runtime.tenancy.acquire(known), runtime, false)
    const owner = { email: 'owner@busy.test', name: 'Owner', passwordHash: 'none' }
    const order = { slug: SLUG, name: 'Busy Motors', industry: 'car-dealer', isVerified: true }
    const made = createCompany(runtime, { ...order, owner })
    if (!made.ok) throw new Error(made.reason)
    const record = { id: made.tenantId, dataKey: made.dataKey }
    return work(runtime.tenancy.acquire(record), runtime, true)
  } finally {
    runtime.tenancy.closeAll()
    closePlatform(runtime.platform)
  }
}

function addStaff(db: TenantDb, role: 'agent' | 'manager', name: string): Staff {
  const email = `${name.toLowerCase().replace(' ', '')}@busy.test`
  const now = Date.now()
  const { id } = db
    .insert(members)
    .values({ email, name, role, undoSend: 0, createdAt: now, updatedAt: now })
    .returning({ id: members.id })
    .get()
  return signIn(db, id, name)
}

function signIn(db: TenantDb, id: number, name: string): Staff {
  const token = createSession(db, id, { ip: null, userAgent: 'simulated day' })
  return { id, name, cookie: `baraza_member=${token}` }
}
