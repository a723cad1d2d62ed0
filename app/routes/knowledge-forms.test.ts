import { expect, test } from 'vitest'
import { upsertFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { createTestTenant } from '#tests/tenant.ts'
import { readDocumentForm } from './document-form.server.ts'
import { readImportForm, toImportError } from './import-form.server.ts'
import { productForm } from './knowledge-forms.server.ts'
import { parseForm } from './read-form.server.ts'

function toForm(fields: Record<string, string | File>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

function post(fields: Record<string, string | File>): Request {
  return new Request('http://hotel.localhost/', { method: 'POST', body: toForm(fields) })
}

const product = {
  ...{ sku: 'KT-1', name: 'Kettle', description: '', price: '1,250.50', currency: 'KES' },
  ...{ stock: '', isActive: 'on' },
}

test('a price is read in its own currency', () => {
  expect(parseForm(toForm(product), productForm)).toMatchObject({
    values: { product: { priceMinor: 125_050, stock: null }, isActive: true, removeImage: false },
  })
  const whole = { ...product, price: '1250', currency: 'UGX', stock: '0' }
  expect(parseForm(toForm(whole), productForm)).toMatchObject({
    values: { product: { priceMinor: 1_250, stock: 0 } },
  })
})

test.each([
  ['price', '', 'required'],
  ['price', '-3', 'invalid_price'],
  ['price', '12.505', 'invalid_price'],
  ['currency', 'XXX', 'invalid_choice'],
  ['stock', '1.5', 'whole_number'],
  ['stock', '-1', 'whole_number'],
  ['sku', '', 'required'],
])('a product with %s %j is refused and kept', (name, value, error) => {
  const read = parseForm(toForm({ ...product, [name]: value }), productForm)
  expect(read).toMatchObject({ ok: false, result: { errors: { [name]: error } } })
  expect(read).toMatchObject({ result: { values: { name: 'Kettle', [name]: value } } })
})

test('a document is its files, or what was written', async () => {
  const file = new File(['# House rules\nNo shoes.'], 'house-rules.md')
  const posted = await readDocumentForm(post({ name: 'Rules', text: 'ignored', file }))
  expect(posted.ok && posted.values.files.map(({ name }) => name)).toEqual(['house-rules.md'])
  expect(posted.ok && 'text' in posted.values).toBe(false)
  const written = { name: 'Rules', text: 'No shoes.' }
  expect(await readDocumentForm(post(written))).toEqual({
    ...{ ok: true, values: { files: [], ...written } },
  })
})

test.each([
  [{ name: 'a', text: ' ' }, { file: 'file_or_text' }],
  [{ name: '', text: 'Some words' }, { name: 'required' }],
])('a document is refused: case %#', async (fields, errors) => {
  const read = await readDocumentForm(post(fields))
  expect(read).toMatchObject({ ok: false, result: { errors } })
})

test('more files than one post may bring are refused', async () => {
  const form = new FormData()
  for (let n = 0; n < 11; n += 1) form.append('file', new File(['x'], `${n}.txt`))
  const request = new Request('http://hotel.localhost/', { method: 'POST', body: form })
  expect(await readDocumentForm(request)).toMatchObject({
    result: { errors: { file: 'too_many_files' } },
  })
})

test('an import names the row that does not fit, and nothing is added', async () => {
  const tenant = createTestTenant()
  const rows = [{ question: 'Do you deliver?', answer: 'Yes' }, { question: 'And today?' }]
  const file = new File([`\uFEFF${JSON.stringify(rows)}`], 'faqs.json')
  const read = await readImportForm(post({ kind: 'faq', file }))
  if (!read.ok) throw new Error('the file was refused')
  const added = upsertFaqs(tenant.db, read.values.rows)
  tenant.close()
  if (added.ok) throw new Error('a wrong row was added')
  expect(toImportError(added)).toMatchObject({
    code: 'import_row',
    values: { row: 2, field: expect.stringContaining('answer') as string },
  })
  expect(toImportError({ ...added, row: 0 })).toBe('import_not_list')
})

test.each([
  [{ kind: 'faq' }, { file: 'file_required' }],
  [{ kind: 'faq', file: new File(['{'], 'a.json') }, { file: 'not_json' }],
  [{ kind: 'members', file: new File(['[]'], 'a.json') }, { kind: 'invalid_choice' }],
])('an import is refused: case %#', async (fields, errors) => {
  const read = await readImportForm(post(fields))
  expect(read).toMatchObject({ ok: false, result: { errors } })
})
