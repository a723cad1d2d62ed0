export type DraftKind = 'reply' | 'note'

/** What one member has typed in a conversation and not sent. `savedAt` is UTC ms. */
export type Drafts = Partial<Record<DraftKind, { text: string; savedAt: number }>>
