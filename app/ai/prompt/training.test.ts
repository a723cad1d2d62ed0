import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { retrieve } from '#app/ai/retrieval/retrieve.server.ts'
import { stopSearch } from '#app/ai/retrieval/thread/search.server.ts'
import { toStablePrompt } from './voice.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listPassagesOf } from '#app/domain/knowledge/passages.server.ts'
import { addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import { deleteFact, listFacts, saveFact } from '#app/domain/training/facts.server.ts'
import {
  deleteGuideline,
  listGuidelines,
  saveGuideline,
} from '#app/domain/training/guidelines.server.ts'
import { listSamples, saveSample } from '#app/domain/training/samples.server.ts'
import { parseTurns, printTurns } from '#app/domain/training/turns.ts'

let tenant: ReturnType<typeof createTestTenant>
beforeEach(() => {
  tenant = createTestTenant()
  owner = addMember(tenant.db, 'owner', 'Wanjiru').id
})
afterEach(async () => {
  await stopSearch()
  tenant.close()
})

let owner: number
const kisumu = {
  ...{ about: 'Delivery to Kisumu', statement: 'Delivery to Kisumu takes four days this week.' },
  expiresAt: null,
}
const said = () => ({ ...kisumu, memberId: owner })

describe('facts stated by staff', () => {
  test('are found and named as what they are, with who said them', async () => {
    const id = saveFact(tenant.db, said())
    const [found] = (await retrieve(tenant.db, 'How long is delivery to Kisumu?')).passages
    expect(found).toMatchObject({ sourceKind: 'fact', sourceId: id, text: kisumu.statement })
    expect(listFacts(tenant.db).items[0]).toMatchObject({ saidBy: 'Wanjiru', usedCount: 0 })
  })

  test('are not found any more once they have expired', async () => {
    saveFact(tenant.db, { ...said(), expiresAt: Date.now() - 1 })
    expect((await retrieve(tenant.db, 'delivery to Kisumu')).passages).toEqual([])
    const holding = listFacts(tenant.db, { holdsAt: Date.now() })
    expect(holding.items).toEqual([])
  })

  test('are said anew and taken back', () => {
    const id = saveFact(tenant.db, said())
    saveFact(tenant.db, { ...said(), statement: 'Two days again.' }, id)
    const source = { kind: 'fact', id: id ?? 0 } as const
    expect(listPassagesOf(tenant.db, source).map(({ text }) => text)).toEqual(['Two days again.'])
    expect(deleteFact(tenant.db, source.id)).toBe(true)
    expect(listPassagesOf(tenant.db, source)).toEqual([])
    expect(saveFact(tenant.db, said(), 999)).toBeUndefined()
  })
})

describe('guidelines and samples', () => {
  const stable = () => toStablePrompt(getCompany(tenant.db))

  test('stand in the prompt while they are in use', () => {
    const rule = { kind: 'dont', text: 'Promise a date.', isActive: true, memberId: owner } as const
    saveGuideline(tenant.db, rule)
    saveGuideline(tenant.db, { ...rule, kind: 'do', text: 'Ask for the area.' })
    expect(stable()).toContain('Always:\n- Ask for the area.')
    expect(stable()).toContain('Never:\n- Promise a date.')
    const first = listGuidelines(tenant.db, { kind: 'dont' }).items[0]
    saveGuideline(tenant.db, { ...rule, isActive: false }, first?.id)
    expect(stable()).not.toContain('Promise a date.')
    deleteGuideline(tenant.db, listGuidelines(tenant.db, { kind: 'do' }).items[0]?.id ?? 0)
    expect(stable()).not.toContain('Ask for the area.')
  })

  test('more than the budget of a part is left out whole, what was written first stays', () => {
    for (let n = 0; n < 12; n += 1) {
      const text = `Rule ${n} ${'x'.repeat(400)} end ${n}`
      saveGuideline(tenant.db, { kind: 'do', text, isActive: true, memberId: owner })
    }
    expect(stable()).toContain('end 0')
    expect(stable()).not.toContain('Rule 11')
  })

  test('a sample shows the manner, and the same prompt is the same bytes', () => {
    const turns = parseTurns('Mteja: Mko wazi?\nSisi: Ndiyo,\nkaribu sana!') ?? []
    saveSample(tenant.db, { title: 'Open', turns, isActive: true, memberId: owner })
    expect(listSamples(tenant.db).items).toHaveLength(1)
    expect(stable()).toContain('Customer: Mko wazi?\nCompany: Ndiyo, karibu sana!')
    expect(stable()).toBe(stable())
  })
})

describe('a conversation as it is typed', () => {
  test('is read and printed back', () => {
    const typed = 'Customer: Hi\nUs: Hello\nhow can I help?'
    const names = { customer: 'Customer', company: 'Us' }
    expect(printTurns(parseTurns(typed) ?? [], names)).toBe(typed)
  })

  test.each(['', 'Hello', 'Customer: Hi', 'Us: Hello', 'Customer: \nUs: '])(
    '%j is none',
    (typed) => {
      expect(parseTurns(typed)).toBeUndefined()
    },
  )
})
