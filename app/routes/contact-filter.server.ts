import type { ContactFilter } from '#app/domain/contacts/filter.server.ts'

const colors = ['green', 'yellow', 'red'] as const
const consents = ['opted_out', 'marketing', 'silent'] as const

/** The parameters of the list's address that filter it. */
export const filterNames = [
  ...(['q', 'score', 'tag', 'channel', 'language', 'source'] as const),
  ...(['consent', 'owner', 'blocked', 'field', 'value'] as const),
]

/** The filter an address asks for; what makes no sense is left out. */
export function readContactFilter(query: URLSearchParams): ContactFilter {
  const text = (name: string) => query.get(name)?.trim().slice(0, 200) || undefined
  const fieldId = toId(query.get('field'))
  const value = text('value')
  return {
    search: text('q'),
    color: colors.find((name) => name === query.get('score')),
    tagId: toId(query.get('tag')),
    channel: text('channel'),
    language: text('language'),
    source: text('source'),
    consent: consents.find((name) => name === query.get('consent')),
    ownerId: toId(query.get('owner')),
    isBlocked: query.get('blocked') === 'yes' ? true : undefined,
    field: fieldId !== undefined && value ? { id: fieldId, value } : undefined,
  }
}

/** Only the parameters that filter, as they stand, for links and forms. */
export function keptFilter(query: URLSearchParams): Record<string, string> {
  const kept = filterNames.map((name) => [name, query.get(name)?.trim() ?? ''] as const)
  return Object.fromEntries(kept.filter(([, value]) => value !== ''))
}

function toId(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined
}
