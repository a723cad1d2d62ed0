import { randomUUID } from 'node:crypto'
import { listContacts } from '#app/domain/contacts/list.server.ts'
import { findContact } from '#app/domain/contacts/reach.server.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import { findNumberOwner } from '#app/domain/starting/find-person.server.ts'
import { listWays } from '#app/domain/starting/ways.server.ts'
import type { Way } from '#app/domain/starting/ways.server.ts'
import type { MemberContext } from '#app/routes/require.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { StartData, StartPerson } from '#app/ui/starting/start-data.ts'
import { listApproved } from './approved-templates.server.ts'

const FOUND_MAX = 8
const QUERY_MAX = 100

/**
 * What the page for writing first shows: whom to write to, or with somebody chosen the lines
 * that reach them and what can go out there.
 *
 * @throws Response 404 for a contact out of reach
 */
export function readStart({ db, member }: MemberContext, url: URL): StartData {
  const get = (name: string) => url.searchParams.get(name) ?? ''
  const q = get('q').trim().slice(0, QUERY_MAX)
  const person = readPerson({ db, member }, url)
  const ways = person ? listWays(db, member, person.to) : []
  const open = ways.filter((way) => !way.refusal)
  const way = open.find((one) => String(one.endpointId) === get('endpoint')) ?? open[0]
  const isNumber = q !== '' && !person ? findNumberOwner(db, member, q) : undefined
  return {
    ...{ q, person, ways, way },
    found: person ? [] : listContacts(db, member, { search: q, limit: FOUND_MAX }).rows,
    number: isNumber?.kind === 'known' ? undefined : isNumber,
    templates: way && readTemplates(db, way),
    sendKey: randomUUID(),
  }
}

function readPerson(
  { db, member }: Pick<MemberContext, 'db' | 'member'>,
  url: URL,
): StartPerson | undefined {
  const contactId = url.searchParams.get('contact')
  if (contactId) {
    const contact = findContact(db, member, Number(contactId))
    if (!contact) throw new Response(null, { status: 404 })
    const { id, name, phone, blockedAt } = contact
    return { to: { contactId: id }, name, phone, isBlocked: blockedAt !== null }
  }
  const owner = findNumberOwner(db, member, url.searchParams.get('phone') ?? '')
  if (owner?.kind === 'known') {
    const contact = findContact(db, member, owner.contactId)
    const { name = '', phone = null, blockedAt = null } = contact ?? {}
    return { to: { contactId: owner.contactId }, name, phone, isBlocked: blockedAt !== null }
  }
  if (owner?.kind !== 'new') return undefined
  const { phone } = owner
  return { to: { phone }, name: '', phone, isBlocked: false }
}

function readTemplates(db: TenantDb, way: Way) {
  if (way.isWindowOpen || !channelRules[way.channel].hasTemplates) return undefined
  return listApproved(db, way)
}
