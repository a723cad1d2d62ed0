/** Ids of the vendor's model list on 2026-11-19; any other id answers 404 not_found_error. */
export const MODEL_IDS = [
  'claude-fable-5-2',
  'claude-mythos-5-2',
  'claude-haiku-5-5',
  'claude-sonnet-5-5',
  'claude-opus-5-5',
  'claude-fable-5-1',
  'claude-mythos-5-1',
  'claude-sonnet-5',
  'claude-fable-5',
  'claude-mythos-5',
  'claude-opus-5',
  'claude-opus-4-8',
  'claude-opus-4-7',
  'claude-mythos-preview',
  'claude-opus-4-6',
  'claude-sonnet-4-6',
  'claude-haiku-4-5',
  'claude-haiku-4-5-20251001',
  'claude-opus-4-5',
  'claude-opus-4-5-20251101',
  'claude-sonnet-4-5',
  'claude-sonnet-4-5-20250929',
]

/** The body of `GET /v1/models/:id`. */
export function toModel(id: string) {
  return { type: 'model', id, display_name: id, created_at: '2026-01-01T00:00:00Z' }
}

/** The body of `GET /v1/models`, one page. */
export function toModelPage() {
  return {
    data: MODEL_IDS.map(toModel),
    has_more: false,
    first_id: MODEL_IDS[0],
    last_id: MODEL_IDS.at(-1),
  }
}
