import { randomBytes } from 'node:crypto'
import { makeSampleParts } from '#app/channels/sample-line.server.ts'
import { SIMULATED_KINDS } from '#app/channels/simulation.ts'
import type { SimulatedKind } from '#app/channels/simulation.ts'
import { askAsVisitor } from '#app/channels/web-chat/test-visit.server.ts'
import { createMember } from '#app/domain/members/create.server.ts'
import { findMemberByEmail } from '#app/domain/members/find.server.ts'
import { changeRole } from '#app/domain/members/standing.server.ts'
import type { Permission, Role } from '#app/domain/members/permissions.ts'
import {
  createEndpoint,
  listEndpoints,
  makeEndpointKey,
} from '#app/domain/endpoints/connections.server.ts'
import { addStarterFaqs, addStarterProducts } from '#app/domain/onboarding/starter.server.ts'
import { guideOf } from '#app/industries/guides.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { EndpointService } from '../endpoints.server.ts'
import type { Runtime } from '../runtime.server.ts'
import { tellSamples } from './stories.ts'
import { tellStory } from './tell-story.server.ts'

/** Nothing is delivered to addresses that end so. */
const MAIL_DOMAIN = 'demo.invalid'
export const DEMO_OWNER_EMAIL = `owner@${MAIL_DOMAIN}`
export const DEMO_GUEST_EMAIL = `guest@${MAIL_DOMAIN}`

/**
 * What whoever tries a demo may do: everything that a company's people do day by day and its
 * settings, but nothing that reaches out of it: no channels, members, keys or payments.
 */
const GUEST_EXTRA: Permission[] = ['settings.write', 'simulator.use', 'audit.read']

const TEAM = [
  { name: 'Wanjiku Kamau', email: `wanjiku@${MAIL_DOMAIN}` },
  { name: 'Brian Otieno', email: `brian@${MAIL_DOMAIN}` },
]

const OWNER = { id: 1, role: 'owner', extra: [], name: 'Demo' } as const

/** A piece of a demo: short, and done again without harm. */
type Piece = (db: TenantDb) => void | Promise<void>

/** Everything that a demo of a trade is filled with, in order. */
export function listPieces(
  runtime: Pick<Runtime, 'endpoints'>,
  endpoints: EndpointService,
  demo: { industry: string; guestName: string },
): Piece[] {
  const guide = guideOf(demo.industry)
  const products = guide.products.map(({ name, description, priceKes }, index) => ({
    ...{ number: index + 1, name, description, priceMinor: priceKes * 100 },
  }))
  const now = Date.now()
  const stories = tellSamples(guide).map((story, number): Piece => (db) => {
    const line = listEndpoints(db).find(({ channel }) => channel === story.channel)
    const team = TEAM.flatMap(({ email }) => findMemberByEmail(db, email)?.id ?? [])
    if (line) tellStory(db, story, { endpoint: line, team, now, number })
  })
  return [
    (db) => {
      addStarterProducts(db, 'KES', products)
      addStarterFaqs(db, guide.faqs)
    },
    (db) => addGuest(db, demo.guestName),
    ...TEAM.map(
      (one): Piece =>
        (db) =>
          addPerson(db, { ...one, role: 'agent' }),
    ),
    (db) => {
      addWebChat(db, endpoints)
      for (const kind of SIMULATED_KINDS) addLine(runtime, db, kind)
    },
    ...stories,
    (db) => askNow(db, guide.questions[0]),
  ]
}

/** Whom the demo is shown to. No password: its door is the link that the rep gives away. */
async function addGuest(db: TenantDb, name: string): Promise<void> {
  await addPerson(db, { email: DEMO_GUEST_EMAIL, name, role: 'manager' })
  const guest = findMemberByEmail(db, DEMO_GUEST_EMAIL)
  if (guest) changeRole(db, OWNER, guest.id, { role: 'manager', extra: GUEST_EXTRA })
}

async function addPerson(
  db: TenantDb,
  person: { email: string; name: string; role: Role },
): Promise<void> {
  // Nobody ever learns the password.
  const password = randomBytes(24).toString('base64url')
  const added = await createMember(db, { ...person, password })
  if (!added.ok && added.reason !== 'email_taken') throw new Error(added.reason)
}

function addWebChat(db: TenantDb, endpoints: EndpointService): void {
  if (listEndpoints(db).some(({ channel }) => channel === 'web-chat')) return
  endpoints.add(db, { channel: 'web-chat', settings: { allowedOrigins: [] } })
}

function addLine(
  { endpoints }: Pick<Runtime, 'endpoints'>,
  db: TenantDb,
  kind: SimulatedKind,
): void {
  if (listEndpoints(db).some(({ channel }) => channel === kind)) return
  const { name, externalId, config, secrets } = makeSampleParts(kind)
  const key = makeEndpointKey()
  const line = createEndpoint(db, { channel: kind, name, externalId, config, secrets, key })
  const at = { tenantId: tenantIdOf(db), channel: kind, endpointId: line.id }
  // Reached at its own address only, so that it claims no number that a company may have.
  endpoints.register({ ...at, key, externalId: null, hasOwnSecret: true })
}

/** Somebody asks now, and the assistant answers for real. */
function askNow(db: TenantDb, question: string | undefined): void {
  const chat = listEndpoints(db).find(({ channel }) => channel === 'web-chat')
  if (chat && question)
    askAsVisitor(db, chat.id, { text: question, userId: 'sample-now', name: 'Joyce Chebet' })
}
