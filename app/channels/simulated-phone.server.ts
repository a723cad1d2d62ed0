import { isSimulatedKind } from './simulation.ts'
import type { SimulatedKind, SimulatedPerson } from './simulation.ts'
import { findContact } from '#app/domain/contacts/identities.server.ts'
import { listCustomerView } from '#app/domain/conversations/customer-view.server.ts'
import type { CustomerMessage } from '#app/domain/conversations/customer-view.ts'
import { listEndpoints } from '#app/domain/endpoints/connections.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const DEFAULT_NUMBER = '254700000001'
const DEFAULT_NAME = 'Amina'

export type SimulatedLine = { id: number; name: string; channel: SimulatedKind; status: string }

/** A phone in the simulator: which line it writes to, and as whom. */
export type SimulatedPhone = { line: SimulatedLine; person: SimulatedPerson }

/** The company's lines that a customer can be played on. */
export function listLines(db: TenantDb): SimulatedLine[] {
  return listEndpoints(db).flatMap(({ id, name, channel, status }) =>
    isSimulatedKind(channel) && status !== 'disabled' ? [{ id, name, channel, status }] : [],
  )
}

/**
 * Reads the phone from a form or an address; what is missing gets a default.
 *
 * @returns undefined when there is no line, or no such number
 */
export function readPhone(
  lines: SimulatedLine[],
  given: { get: (name: string) => unknown },
): SimulatedPhone | undefined {
  const text = (name: string) => {
    const value = given.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const wanted = Number(text('line'))
  const line = text('line') === '' ? lines[0] : lines.find((one) => one.id === wanted)
  const number = (text('number') || DEFAULT_NUMBER).replace(/[^\d]/g, '')
  const isNumber = /^[1-9]\d{4,14}$/.test(number)
  const name = text('name').slice(0, 60) || DEFAULT_NAME
  return line && isNumber ? { line, person: { number, name } } : undefined
}

/** What the phone shows. */
export function readScreen(db: TenantDb, { line, person }: SimulatedPhone): CustomerMessage[] {
  const address = line.channel === 'telegram' ? { userId: person.number } : { phone: person.number }
  const contactId = findContact(db, line.channel, address)
  return contactId === undefined ? [] : listCustomerView(db, { contactId, endpointId: line.id })
}
