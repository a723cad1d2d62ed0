import { afterEach, beforeEach, expect, test } from 'vitest'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import {
  listTemplates,
  saveTemplates,
  setTemplateStatus,
} from '#app/domain/endpoints/templates.server.ts'
import { addEndpoint, addMember } from '#tests/inbox.ts'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { checkContent, toComponents } from './content.ts'
import type { TemplateContent } from './content.ts'
import { findTemplateDetail, listAllTemplates } from './list.server.ts'
import { readContent } from './read-content.ts'
import { addTemplate, changeTemplate, removeTemplate } from './save.server.ts'
import { noteDeleted, noteRefused, noteTaken } from './settle.server.ts'

const CONTENT: TemplateContent = {
  ...{ category: 'UTILITY', header: 'TEXT', headerText: 'Booking {{1}}', headerExample: 'A12' },
  ...{ body: 'Hello {{1}}, we expect you on {{2}}.', examples: ['Asha', 'Friday'] },
  ...{
    footer: 'Savanna Hotel',
    buttons: [{ kind: 'QUICK_REPLY', text: 'I will come', value: '' }],
  },
}
let tenant: TestTenant
let line: number
let owner: { id: number; name: string }

beforeEach(() => {
  tenant = createTestTenant()
  line = addEndpoint(tenant.db)
  owner = { ...addMember(tenant.db, 'owner'), name: 'Owner' }
})
afterEach(() => tenant.close())

const NAMED = { name: 'booking', language: 'en' }
function add(more: Partial<TemplateContent> = {}): number {
  const content = { ...CONTENT, ...more }
  const made = addTemplate(tenant.db, owner, {
    ...{ ...NAMED, endpointId: line, content, headerFileId: null },
  })
  if (!made.ok) throw new Error(made.reason)
  return made.id
}
const detail = (id: number) => findTemplateDetail(tenant.db, id)
const kinds = () =>
  sqliteOf(tenant.db)
    .prepare<[], { kind: string }>(`select kind from jobs where kind like 'template.%'`)
    .all()
    .map((job) => job.kind)

test.each<[Partial<TemplateContent>, string, string]>([
  [{ body: '' }, 'body', 'required'],
  [{ body: '{{1}} hello' }, 'body', 'template_gap_edge'],
  [{ body: 'Hello {{2}} you' }, 'body', 'template_gap_order'],
  [{ body: 'Hello {{1}}{{2}} you' }, 'body', 'template_gap_beside'],
  [{ body: 'Hello {{1} you' }, 'body', 'template_gap_broken'],
  [{ body: 'x'.repeat(1025) }, 'body', 'template_body_long'],
  [{ examples: ['Asha'] }, 'examples.1', 'template_example'],
  [{ headerText: 'A {{1}} B {{2}}' }, 'headerText', 'template_header_gaps'],
  [{ headerExample: '' }, 'headerExample', 'template_example'],
  [{ footer: 'Hi {{1}}' }, 'footer', 'template_footer_gap'],
  [
    { buttons: [{ kind: 'URL', text: 'Go', value: 'http://x.example' }] },
    'buttons.0',
    'invalid_url',
  ],
  [
    { buttons: [{ kind: 'PHONE_NUMBER', text: 'Call', value: '0712' }] },
    'buttons.0',
    'invalid_phone',
  ],
  [
    { buttons: [{ kind: 'QUICK_REPLY', text: '', value: '' }] },
    'buttons.0',
    'template_button_text',
  ],
])('the vendor would refuse %o', (part, field, code) => {
  expect(checkContent(CONTENT)).toEqual({})
  expect(checkContent({ ...CONTENT, ...part })).toMatchObject({ [field]: code })
})

test('what is written and read back is the same', () => {
  const components = toComponents(CONTENT)
  expect(readContent('UTILITY', components)).toEqual({ ...CONTENT, isComplete: true })
  const dynamic = [{ type: 'BUTTONS', buttons: [{ type: 'OTP', text: 'Copy' }] }]
  expect(readContent('UTILITY', [...components.slice(0, 2), ...dynamic]).isComplete).toBe(false)
})

test('new: sent, taken, reviewed; a sync meanwhile does not lose it', () => {
  const id = add()
  expect(kinds()).toEqual(['template.submit'])
  expect(detail(id)).toMatchObject({ state: 'submitting', isNew: true })
  saveTemplates(tenant.db, line, [])
  noteTaken(tenant.db, id, { providerId: '77', status: 'PENDING' })
  expect(detail(id)).toMatchObject({ state: 'pending' })
  setTemplateStatus(tenant.db, line, { ...NAMED, status: 'rejected', reason: 'SCAM' })
  expect(detail(id)).toMatchObject({ state: 'rejected', reason: 'SCAM' })
  expect(
    addTemplate(tenant.db, owner, {
      ...NAMED,
      endpointId: line,
      content: CONTENT,
      headerFileId: null,
    }),
  ).toEqual({
    ...{ ok: false, reason: 'template_taken' },
  })
})

test('a review faster than the answer keeps its word', () => {
  const id = add()
  setTemplateStatus(tenant.db, line, { ...NAMED, status: 'APPROVED' })
  noteTaken(tenant.db, id, { providerId: '77', status: 'PENDING' })
  expect(detail(id)).toMatchObject({ state: 'approved', reason: null })
})

test('what is in force stays and can be sent until the vendor takes the change', () => {
  const id = add()
  noteTaken(tenant.db, id, { providerId: '77', status: 'APPROVED' })
  const content = { ...CONTENT, body: 'Dear {{1}}, until {{2}} then.' }
  expect(changeTemplate(tenant.db, owner, id, { content, headerFileId: null })).toMatchObject({
    ok: true,
  })
  expect(listTemplates(tenant.db, line)).toMatchObject([{ status: 'APPROVED', body: CONTENT.body }])
  expect(changeTemplate(tenant.db, owner, id, { content, headerFileId: null })).toEqual({
    ...{ ok: false, reason: 'template_in_review' },
  })
  noteRefused(tenant.db, id, 'Variables are odd')
  expect(detail(id)).toMatchObject({
    state: 'failed',
    reason: 'Variables are odd',
    body: content.body,
  })
  changeTemplate(tenant.db, owner, id, { content, headerFileId: null })
  noteTaken(tenant.db, id, { providerId: '77', status: 'PENDING' })
  expect(listTemplates(tenant.db, line)).toMatchObject([{ status: 'PENDING', body: content.body }])
})

test('deleted at the vendor first; what it never had at once', () => {
  const id = add()
  noteTaken(tenant.db, id, { providerId: '77', status: 'APPROVED' })
  expect(removeTemplate(tenant.db, owner, id)).toBe(true)
  expect(detail(id)?.state).toBe('deleting')
  expect(kinds().sort()).toEqual(['template.delete', 'template.submit'])
  noteDeleted(tenant.db, id)
  expect(detail(id)).toBeUndefined()
  const failed = add()
  noteRefused(tenant.db, failed, 'no')
  removeTemplate(tenant.db, owner, failed)
  expect(listAllTemplates(tenant.db).rows).toEqual([])
  expect(removeTemplate(tenant.db, owner, 999)).toBe(false)
})

test('found by name and words', () => {
  add()
  const names = (q: string) => listAllTemplates(tenant.db, { q }).rows.map((row) => row.name)
  expect([names('book'), names('expect you'), names('nothing')]).toEqual([
    ['booking'],
    ['booking'],
    [],
  ])
})
