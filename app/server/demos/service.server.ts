import { createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { findMemberByEmail } from '#app/domain/members/find.server.ts'
import { createSession } from '#app/domain/members/sessions.server.ts'
import type { Client } from '#app/domain/members/sessions.server.ts'
import { DEMO_DAYS, findDemo, noteDemo } from '#app/platform/demos/demos.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { createCompany } from '../create-company.server.ts'
import type { Runtime } from '../runtime.server.ts'
import { DEMO_GUEST_EMAIL, DEMO_OWNER_EMAIL } from './fill-demo.server.ts'

const DAY_MS = 24 * 3_600_000
const SLUG_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
const SLUG_LENGTH = 8

export type OpenDemoResult = { ok: true } | { ok: false; reason: 'not_found' | 'demo_not_made' }

export type DemoService = ReturnType<typeof createDemoService>

/** Demo companies of prospects: made, and entered with a link that lives as long as they do. */
export function createDemoService(runtime: Runtime) {
  const { platform, env } = runtime

  /** One demo for a prospect; asked for again it is the same one. */
  function open(actor: PlatformActor, prospectId: number, at: number): OpenDemoResult {
    const prospect = findProspect(platform, actor, prospectId)
    if (!prospect) return { ok: false, reason: 'not_found' }
    if (findDemo(platform, actor, prospectId)) return { ok: true }
    const expiresAt = at + DEMO_DAYS * DAY_MS
    const { name, industry, contactName } = prospect
    const made = createCompany(runtime, {
      ...{ slug: makeSlug(), name, industry, isVerified: true, demo: { prospectId, expiresAt } },
      owner: { email: DEMO_OWNER_EMAIL, name: contactName || name, passwordHash: null },
    })
    if (!made.ok) return { ok: false, reason: 'demo_not_made' }
    noteDemo(platform, actor, { prospectId, tenantId: made.tenantId, expiresAt, at })
    return { ok: true }
  }

  const keyOf = (tenantId: string) =>
    createHmac('sha256', env.SESSION_SECRET).update(`demo:${tenantId}`).digest('base64url')

  /** Signs whoever brings the key in as the demo's guest. @returns the session's token */
  function enter(
    { tenantId, db }: { tenantId: string; db: TenantDb },
    key: string,
    client: Client,
  ): string | undefined {
    const [given, wanted] = [Buffer.from(key), Buffer.from(keyOf(tenantId))]
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
    const guest = findMemberByEmail(db, DEMO_GUEST_EMAIL)
    return guest?.status === 'active' ? createSession(db, guest.id, client) : undefined
  }

  return { open, keyOf, enter }
}

function makeSlug(): string {
  const letters = Array.from(
    { length: SLUG_LENGTH },
    () => SLUG_LETTERS[randomInt(SLUG_LETTERS.length)],
  )
  return `demo-${letters.join('')}`
}
