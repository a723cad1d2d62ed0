import { and, asc, eq, gt, or, sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { platformUsers } from '../schema.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { isManager, reachableClients } from './reach.server.ts'
import { clients } from './schema.server.ts'

export const CLIENTS_PAGE_ROWS = 30
const NOTES_SHOWN = 100
export const CLIENT_NOTE_CHARACTERS_MAX = 5_000

const subscriptions = sqliteTable('subscriptions', {
  tenantId: text('tenant_id'),
  planId: text('plan_id'),
  status: text('status', { enum: ['trial', 'active', 'past_due', 'suspended', 'cancelled'] }),
  monthly: integer('monthly'),
  currency: text('currency'),
  trialEndsAt: integer('trial_ends_at'),
  periodEnd: integer('period_end'),
})
const plans = sqliteTable('plans', { id: text('id'), name: text('name') })

/** Messages of the newest counted period; null before the first counting. */
const messagesUsed = sql<number | null>`(select used from tenant_usage u
  where u.tenant_id = ${clients.id} and u.measure = 'messages' order by u.period_from desc limit 1)`

const columns = {
  id: clients.id,
  name: clients.name,
  slug: clients.slug,
  industry: clients.industry,
  createdAt: clients.createdAt,
  tenantStatus: clients.status,
  repName: platformUsers.name,
  status: subscriptions.status,
  planName: plans.name,
  monthly: subscriptions.monthly,
  currency: subscriptions.currency,
  trialEndsAt: subscriptions.trialEndsAt,
  periodEnd: subscriptions.periodEnd,
  messagesUsed,
}

export type ClientFilter = { search?: string; status?: string; repId?: number }
export type ClientRow = ReturnType<typeof listClients>['rows'][number]

/** Companies within reach by name, with what platform rows know of them. */
export function listClients(
  platform: PlatformDb,
  user: PlatformActor,
  query: ClientFilter & { after?: string } = {},
) {
  const { search, status, repId, after } = query
  const edge = after === undefined ? undefined : findClientRow(platform, user, after)
  const part = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const found = select(platform)
    .where(
      and(
        reachableClients(user),
        sql`${clients.repId} is not null`,
        repId === undefined ? undefined : eq(clients.repId, repId),
        status ? sql`coalesce(${subscriptions.status}, 'none') = ${status}` : undefined,
        part
          ? sql`(${clients.name} like ${part} escape '\\' or ${clients.slug} like ${part} escape '\\')`
          : undefined,
        edge &&
          or(
            gt(clients.name, edge.name),
            and(eq(clients.name, edge.name), gt(clients.id, edge.id)),
          ),
      ),
    )
    .orderBy(asc(clients.name), asc(clients.id))
    .limit(CLIENTS_PAGE_ROWS + 1)
    .all()
  const rows = found.slice(0, CLIENTS_PAGE_ROWS)
  const next = found.length > rows.length ? rows.at(-1)?.id : undefined
  return { rows, next }
}

/** One client, its usage against its plan and what oneself noted; undefined out of reach. */
export function findClient(platform: PlatformDb, user: PlatformActor, id: string) {
  const client = findClientRow(platform, user, id)
  if (!client) return undefined
  return { client, usage: listUsage(platform, id), notes: listNotes(platform, user, id) }
}

/** How many clients there are, and how many pay. */
export function countClients(platform: PlatformDb, user: PlatformActor) {
  return platform
    .select({
      all: sql<number>`count(*)`,
      paying: sql<number>`count(*) filter (where ${subscriptions.status} in ('active', 'past_due'))`,
    })
    .from(clients)
    .leftJoin(subscriptions, eq(subscriptions.tenantId, clients.id))
    .where(and(reachableClients(user), sql`${clients.repId} is not null`))
    .get()!
}

export type ClientNoteResult = { ok: true } | { ok: false; reason: 'not_found' | 'empty_note' }

export function noteClient(
  platform: PlatformDb,
  user: PlatformActor,
  note: { id: string; text: string },
): ClientNoteResult {
  return inPlatformTransaction(platform, (): ClientNoteResult => {
    if (!findClientRow(platform, user, note.id)) return { ok: false, reason: 'not_found' }
    const text = note.text.trim().slice(0, CLIENT_NOTE_CHARACTERS_MAX)
    if (text === '') return { ok: false, reason: 'empty_note' }
    platformSqliteOf(platform)
      .prepare(
        'insert into company_notes (tenant_id, user_id, text, created_at) values (?, ?, ?, ?)',
      )
      .run(note.id, user.id, text, Date.now())
    return { ok: true }
  })
}

function select(platform: PlatformDb) {
  return platform
    .select(columns)
    .from(clients)
    .leftJoin(subscriptions, eq(subscriptions.tenantId, clients.id))
    .leftJoin(plans, eq(plans.id, subscriptions.planId))
    .leftJoin(platformUsers, eq(platformUsers.id, clients.repId))
}

function findClientRow(platform: PlatformDb, user: PlatformActor, id: string) {
  return select(platform)
    .where(and(eq(clients.id, id), reachableClients(user)))
    .get()
}

type Usage = { measure: string; used: number; limit: number | null; measuredAt: number }

function listUsage(platform: PlatformDb, tenantId: string): Usage[] {
  return platformSqliteOf(platform)
    .prepare<[{ tenantId: string }], Usage>(
      `select u.measure, u.used, u.measured_at as measuredAt,
         json_extract(p.limits_json, '$.' || u.measure) as "limit"
       from tenant_usage u left join subscriptions s on s.tenant_id = u.tenant_id
         left join plans p on p.id = s.plan_id
       where u.tenant_id = @tenantId and u.period_from =
         (select max(period_from) from tenant_usage where tenant_id = @tenantId)
       order by u.measure`,
    )
    .all({ tenantId })
}

type Note = { id: number; text: string; at: number; byName: string | null }

/** A rep sees what they wrote themselves: others' notes may not be meant for them. */
function listNotes(platform: PlatformDb, user: PlatformActor, tenantId: string): Note[] {
  return platformSqliteOf(platform)
    .prepare<[Record<string, unknown>], Note>(
      `select n.id, n.text, n.created_at as at, u.name as byName
       from company_notes n left join platform_users u on u.id = n.user_id
       where n.tenant_id = @tenantId and (@userId is null or n.user_id = @userId)
       order by n.id desc limit ${NOTES_SHOWN}`,
    )
    .all({ tenantId, userId: isManager(user) ? null : user.id })
}
