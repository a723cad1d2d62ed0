import { afterEach, beforeEach, expect, test } from 'vitest'
import { closePlatform } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'
import { addTestTenant, createTestPlatform } from '../test-platform.ts'
import { addBillingContact, changeBillingContact, listBillingContacts } from './contacts.server.ts'

const asha = { name: 'Asha', email: 'asha@hotel.test', phone: null, language: 'en' as const }

let platform: PlatformDb
beforeEach(() => {
  platform = createTestPlatform('hotel')
  addTestTenant(platform, 'shop')
  addBillingContact(platform, 'hotel', { contact: asha, at: 0 })
  addBillingContact(platform, 'hotel', { contact: { ...asha, email: 'b@hotel.test' }, at: 0 })
})
afterEach(() => closePlatform(platform))

test('a billing contact is changed in place, and only by its own company', () => {
  const [first] = listBillingContacts(platform, 'hotel')
  const next = { ...asha, id: first!.id, phone: '+254711000111', language: 'sw' as const }
  expect(changeBillingContact(platform, 'shop', next)).toEqual({ ok: false, reason: 'not_found' })
  expect(changeBillingContact(platform, 'hotel', next)).toEqual({ ok: true })
  expect(listBillingContacts(platform, 'hotel')[0]).toEqual(next)
})

test('an address stands once, whatever its letters; nothing is lost over it', () => {
  const [first] = listBillingContacts(platform, 'hotel')
  const taken = { ...asha, id: first!.id, name: 'New', email: 'B@HOTEL.test' }
  expect(changeBillingContact(platform, 'hotel', taken)).toEqual({
    ...{ ok: false, reason: 'contact_known' },
  })
  expect(listBillingContacts(platform, 'hotel')[0]).toMatchObject({ name: 'Asha' })
})
