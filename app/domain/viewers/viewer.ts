/** How long a page that has a conversation open counts without being renewed. */
export const HERE_MS = 75_000
/** How long somebody counts as writing after the last key. */
export const TYPING_MS = 6_000

/** A colleague who has the same conversation open. */
export type Viewer = { id: number; name: string; isTyping: boolean }
