/** Meta's webhook body, read no further than needed to know whom each part is about. */

export type Change = { field: string; value: Record<string, unknown> }
export type Entry = { wabaId: string; changes: Change[] }
export type Envelope = { entries: Entry[] }

const OBJECT = 'whatsapp_business_account'

/** @returns 400 for what is not JSON, 404 for what is about something other than WhatsApp */
export function readEnvelope(
  raw: Buffer,
): { ok: true; envelope: Envelope } | { ok: false; status: 400 | 404 } {
  let body: unknown
  try {
    body = JSON.parse(raw.toString('utf8'))
  } catch {
    return { ok: false, status: 400 }
  }
  if (!isRecord(body)) return { ok: false, status: 400 }
  if (body['object'] !== OBJECT) return { ok: false, status: 404 }
  return { ok: true, envelope: { entries: listOf(body['entry']).map(toEntry) } }
}

/** The number a change is about; undefined for changes about a whole account. */
export function phoneNumberIdOf(change: Change): string | undefined {
  const metadata = change.value['metadata']
  const id = isRecord(metadata) ? metadata['phone_number_id'] : undefined
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined
}

/** Every number a body speaks of, each once. */
export function phoneNumberIdsOf(envelope: Envelope): string[] {
  const ids = envelope.entries.flatMap((entry) => entry.changes.map(phoneNumberIdOf))
  return [...new Set(ids.filter((id) => id !== undefined))]
}

/** Back to Meta's own form, for a company that gets only its part. */
export function toBody(entries: Entry[]): Buffer {
  const entry = entries.map(({ wabaId: id, changes }) => ({ id, changes }))
  return Buffer.from(JSON.stringify({ object: OBJECT, entry }))
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function toEntry(entry: Record<string, unknown>): Entry {
  const changes = listOf(entry['changes']).map((change) => ({
    field: typeof change['field'] === 'string' ? change['field'] : '',
    value: isRecord(change['value']) ? change['value'] : {},
  }))
  return { wabaId: typeof entry['id'] === 'string' ? entry['id'] : '', changes }
}
