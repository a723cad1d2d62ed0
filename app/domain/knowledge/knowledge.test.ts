import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { deleteDocument, listDocuments, upsertDocument } from './documents.server.ts'
import { deleteFaq, listFaqs, updateFaq, upsertFaqs } from './faqs.server.ts'
import { countPassages, listPassages, listPassagesOf } from './passages.server.ts'

let tenant: TestTenant
let other: TestTenant

beforeEach(() => {
  tenant = createTestTenant()
  other = createTestTenant()
})
afterEach(() => {
  tenant.close()
  other.close()
})

const search = (db: TenantDb, words: string) =>
  sqliteOf(db)
    .prepare('select rowid from passages_fts where passages_fts match ?')
    .pluck()
    .all(words)

describe('FAQs', () => {
  it('are found by their words at once, in their own company only', () => {
    upsertFaqs(tenant.db, [{ question: 'Do you deliver?', answer: 'Yes, within Nairobi.' }])
    expect(search(tenant.db, 'delivering')).toHaveLength(1)
    expect(search(other.db, 'delivering')).toHaveLength(0)
    expect(listFaqs(other.db).items).toEqual([])
  })

  it('change the answer of a known question', () => {
    upsertFaqs(tenant.db, [{ question: 'Do you deliver?', answer: 'Yes.' }])
    const again = upsertFaqs(tenant.db, [
      { question: 'do you DELIVER?', answer: 'Not on Sundays.' },
    ])
    expect(again).toEqual({ ok: true, added: 1 })
    expect(listFaqs(tenant.db).items.map((faq) => faq.answer)).toEqual(['Not on Sundays.'])
    expect(search(tenant.db, 'Sundays')).toHaveLength(1)
    expect(search(tenant.db, 'yes')).toHaveLength(0)
  })

  it('are refused together when one row is wrong, and the row is named', () => {
    const rows = [
      { question: 'A?', answer: 'a' },
      { question: '', answer: 'b' },
    ]
    expect(upsertFaqs(tenant.db, rows)).toMatchObject({
      ok: false,
      reason: 'invalid_row',
      row: 2,
      issues: [{ path: 'question' }],
    })
    expect(listFaqs(tenant.db).items).toEqual([])
    expect(upsertFaqs(tenant.db, { question: 'A?' })).toMatchObject({ ok: false, row: 0 })
    expect(upsertFaqs(tenant.db, [{ question: 'A?', answer: 'a', id: 7 }])).toMatchObject({
      row: 1,
    })
  })

  it('keep the passage of an unchanged text and never reuse an id', () => {
    upsertFaqs(tenant.db, [{ question: 'A?', answer: 'one' }])
    const [faq] = listFaqs(tenant.db).items
    const source = { kind: 'faq' as const, id: faq!.id }
    const [before] = listPassagesOf(tenant.db, source)
    upsertFaqs(tenant.db, [{ question: 'A?', answer: 'one' }])
    expect(listPassagesOf(tenant.db, source).map((row) => row.id)).toEqual([before!.id])
    upsertFaqs(tenant.db, [{ question: 'A?', answer: 'two' }])
    expect(listPassagesOf(tenant.db, source)[0]!.id).toBeGreaterThan(before!.id)
    expect(listPassages(tenant.db, [before!.id])).toEqual([])
  })

  it('cannot take the question of another', () => {
    upsertFaqs(tenant.db, [
      { question: 'A?', answer: 'a' },
      { question: 'B?', answer: 'b' },
    ])
    const b = listFaqs(tenant.db, { search: 'B?' }).items[0]!
    expect(updateFaq(tenant.db, b.id, { question: 'a?', answer: 'x' })).toEqual({
      ok: false,
      reason: 'question_taken',
    })
    expect(updateFaq(tenant.db, 99, { question: 'z', answer: 'x' })).toMatchObject({
      reason: 'not_found',
    })
    expect(updateFaq(tenant.db, b.id, { question: 'C?', answer: 'c' })).toEqual({ ok: true })
    expect(deleteFaq(tenant.db, b.id)).toBe(true)
    expect(deleteFaq(tenant.db, b.id)).toBe(false)
    expect(countPassages(tenant.db)).toBe(1)
  })

  it('are listed page by page, and a wildcard in the search means itself', () => {
    upsertFaqs(
      tenant.db,
      Array.from({ length: 7 }, (_, n) => ({ question: `Q${n}`, answer: `${n}%` })),
    )
    const first = listFaqs(tenant.db, { limit: 4 })
    const second = listFaqs(tenant.db, { limit: 4, cursor: first.nextCursor! })
    const seen = [...first.items, ...second.items].map((faq) => faq.question).sort()
    expect(seen).toEqual(['Q0', 'Q1', 'Q2', 'Q3', 'Q4', 'Q5', 'Q6'])
    expect(second.nextCursor).toBeNull()
    expect(listFaqs(tenant.db, { search: '3%' }).items).toHaveLength(1)
    expect(listFaqs(tenant.db, { search: 'Q%' }).items).toHaveLength(0)
  })

  it('ask for vectors once, however many changes wait', () => {
    upsertFaqs(tenant.db, [{ question: 'A?', answer: 'a' }])
    upsertFaqs(tenant.db, [{ question: 'B?', answer: 'b' }])
    const jobs = sqliteOf(tenant.db).prepare(
      "select count(*) from jobs where kind = 'knowledge.embed'",
    )
    expect(jobs.pluck().get()).toBe(1)
  })
})

describe('documents', () => {
  const paragraph = (word: string) => `${word} `.repeat(150).trim()

  it('keep the passages that did not change when one section does', () => {
    const text = `# Rooms\n\n${paragraph('room')}\n\n# Food\n\n${paragraph('food')}`
    upsertDocument(tenant.db, { name: 'guide.md', text })
    const source = { kind: 'document' as const, id: listDocuments(tenant.db).items[0]!.id }
    const before = listPassagesOf(tenant.db, source)
    upsertDocument(tenant.db, {
      name: 'guide.md',
      text: `# New\n\nHello there\n\n${text.replaceAll('food', 'meal')}`,
    })
    const after = listPassagesOf(tenant.db, source)
    expect(before.map((row) => row.title)).toEqual(['guide › Rooms', 'guide › Food'])
    expect(after.map((row) => row.title)).toEqual(['guide › New', 'guide › Rooms', 'guide › Food'])
    expect(after[1]!.id).toBe(before[0]!.id)
    expect(after[2]!.id).not.toBe(before[1]!.id)
    expect(after.map((row) => row.ordinal)).toEqual([0, 1, 2])
    expect(listDocuments(tenant.db).items[0]).toMatchObject({ name: 'guide.md', passageCount: 3 })
  })

  it('swap sections without a clash and leave nothing behind when deleted', () => {
    const [a, b] = [`# A\n\n${paragraph('alpha')}`, `# B\n\n${paragraph('beta')}`]
    upsertDocument(tenant.db, { name: 'x', text: `${a}\n\n${b}` })
    upsertDocument(tenant.db, { name: 'x', text: `${b}\n\n${a}` })
    const { id } = listDocuments(tenant.db).items[0]!
    expect(listPassagesOf(tenant.db, { kind: 'document', id }).map((row) => row.title)).toEqual([
      'x › B',
      'x › A',
    ])
    expect(deleteDocument(tenant.db, id)).toBe(true)
    expect(search(tenant.db, 'alpha')).toEqual([])
    expect(upsertDocument(tenant.db, { name: 'x', text: ' ' })).toMatchObject({ ok: false, row: 1 })
  })
})
