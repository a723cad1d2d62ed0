import type { DraftPlace } from './drafts.ts'

const SAVE_AFTER_MS = 700
const RETRY_AFTER_MS = 5_000

type Draft = {
  text: string
  /** the server's clock when it last had these words */
  savedAt: number
  /** the server does not have them yet */
  isDirty: boolean
}

const drafts = new Map<string, Draft>()
/** Saves under way: the next waits, or an older text could arrive after a newer one. */
const underway = new Set<string>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()
const listeners = new Set<() => void>()

export function draftKey({ memberId, conversationId, mode }: DraftPlace): string {
  return `draft:${memberId}:${conversationId}:${mode}`
}

/** The drafts of this page. What is not yet with the server lies in the device's storage. */
export const draftKeeper = {
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },

  /** The words as known so far; undefined before anything was. */
  peek(place: DraftPlace): string | undefined {
    return drafts.get(draftKey(place))?.text
  },

  /**
   * Takes in what the server kept, and gives the words to show: one's own unsaved ones, else
   * whatever is newest by the server's clock.
   */
  read(place: DraftPlace, stored: { text: string; asOf: number }): string {
    const key = draftKey(place)
    const known = drafts.get(key)
    if (known?.isDirty) return known.text
    const unsaved = known ? undefined : readStorage(key)
    if (unsaved !== undefined) {
      put(key, { text: unsaved, savedAt: stored.asOf, isDirty: true })
      saveLater(place)
      return unsaved
    }
    if (known && known.savedAt >= stored.asOf) return known.text
    put(key, { text: stored.text, savedAt: stored.asOf, isDirty: false })
    return stored.text
  },

  change(place: DraftPlace, text: string): void {
    const key = draftKey(place)
    const known = drafts.get(key)
    if (known?.text === text) return
    writeStorage(key, text)
    saveLater(place)
    put(key, { text, savedAt: known?.savedAt ?? 0, isDirty: true })
  },
}

function put(key: string, draft: Draft): void {
  const isNews = drafts.get(key)?.text !== draft.text
  drafts.set(key, draft)
  if (isNews) listeners.forEach((listener) => listener())
}

function saveLater(place: DraftPlace, afterMs: number = SAVE_AFTER_MS): void {
  const key = draftKey(place)
  clearTimeout(timers.get(key))
  timers.set(
    key,
    setTimeout(() => void save(place), afterMs),
  )
}

async function save(place: DraftPlace): Promise<void> {
  const key = draftKey(place)
  const draft = drafts.get(key)
  if (!draft?.isDirty) return
  if (underway.has(key)) return saveLater(place)
  const { text } = draft
  underway.add(key)
  const savedAt = await post(place, text)
  underway.delete(key)
  if (savedAt === 'refused') return writeStorage(key, undefined)
  if (savedAt === undefined) return saveLater(place, RETRY_AFTER_MS)
  // Typed on meanwhile: that has a timer of its own.
  if (drafts.get(key)?.text !== text) return
  drafts.set(key, { text, savedAt, isDirty: false })
  writeStorage(key, undefined)
}

/** @returns the server's time, undefined without an answer, or that the conversation is gone */
async function post(
  { conversationId, mode }: DraftPlace,
  text: string,
): Promise<number | 'refused' | undefined> {
  const body = new URLSearchParams({ kind: mode, text })
  const path = `/conversations/${conversationId}/drafts`
  try {
    const response = await fetch(path, { method: 'POST', body })
    if (response.status === 404 || response.status === 422) return 'refused'
    const result = (await response.json()) as { ok?: boolean; savedAt?: number }
    return result.ok ? result.savedAt : undefined
  } catch {
    return undefined
  }
}

function readStorage(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

function writeStorage(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // Storage is full or forbidden: the text stays in the field and is saved by the server.
  }
}
