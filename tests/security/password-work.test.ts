import { beforeEach, expect, test, vi } from 'vitest'
import { createMember } from '#app/domain/members/create.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { checkCredentials } from '#app/domain/members/sign-in.server.ts'
import { deactivateMember } from '#app/domain/members/standing.server.ts'
import { createTestTenant } from '#tests/tenant.ts'

// How long a sign-in takes is how often a password is hashed: the same for an account that is
// there, one that is not, and one that may not come in.

const verified = vi.hoisted(() => [] as string[])
vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<{ verify: (hash: string, password: string) => Promise<boolean> }>()
  return {
    ...real,
    verify: (hash: string, password: string) => {
      verified.push(hash.split('$').slice(0, 4).join('$'))
      return real.verify(hash, password)
    },
  }
})

beforeEach(() => void verified.splice(0))

test('an account that is not there costs as much as one that is', async () => {
  const db = createTestTenant().db
  const owner = { id: 1, name: 'Owner', role: 'owner' as const, extra: [] }
  await addMember('known@a.test', 'a passphrase of mine')
  await addMember('gone@a.test', 'a passphrase of mine')
  const gone = db.select().from(members).all().at(-1)
  deactivateMember(db, owner, gone?.id as number)
  const costs: Record<string, string[]> = {}
  for (const [name, email] of [
    ['wrong password', 'known@a.test'],
    ['nobody', 'nobody@a.test'],
    ['no address', undefined],
    ['deactivated', 'gone@a.test'],
  ] as const) {
    verified.splice(0)
    const found = await checkCredentials(db, { email, password: 'another passphrase', ip: null })
    expect(found, name).toBeUndefined()
    costs[name] = [...verified]
  }
  // Once each, with the same parameters.
  const [first] = Object.values(costs)
  expect(first).toHaveLength(1)
  expect(first?.[0]).toMatch(/^\$argon2id\$v=19\$m=\d+,t=\d+,p=\d+$/)
  for (const cost of Object.values(costs)) expect(cost).toEqual(first)

  async function addMember(email: string, password: string) {
    await createMember(db, { email, name: email, role: 'agent', password })
  }
})
