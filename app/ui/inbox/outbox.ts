import type { Answered } from './page-data.ts'
import { fileOfUpload } from './uploads.ts'

/**
 * Messages on their way: shown in the thread at once, kept over a reload and a lost connection,
 * and sent again under the same key, so that each arrives once.
 */
export type Outgoing = {
  key: string
  conversationId: number
  text: string
  fileNames: string[]
  /** of those the ones the server has already; they outlive a reload */
  uploadIds?: number[]
  at: number
  /** when it was last put on its way */
  sentAt?: number
  state: 'sending' | 'offline' | 'refused'
  reason?: string
  /** the message it answers */
  replyToId?: number
  /** the newest message that was seen when it was written */
  seenId?: number
  /** a colleague's answer that came meanwhile: sent once somebody says so */
  answered?: Answered
  /** what it became; it leaves the outbox once the thread shows that */
  messageId?: number
}

/** What a reload cannot bring back: the files of a message. */
const forms = new Map<string, FormData>()
/** Files of what was just sent, for whoever takes it back. */
const sentFiles = new Map<number, File[]>()
const SENT_KEPT = 5
let outgoing: Outgoing[] = []
let storageKey: string | undefined
const listeners = new Set<() => void>()

export const outbox = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  list: () => outgoing,
  formOf: (key: string) => forms.get(key),

  /** Takes up what this member had on the way when the page was left. */
  restore(memberId: number) {
    if (storageKey) return
    storageKey = `outbox:${memberId}`
    const kept = readKept(storageKey).filter((one) => !outgoing.some(({ key }) => key === one.key))
    set([...kept, ...outgoing])
  },

  add(message: Outgoing, form: FormData) {
    forms.set(message.key, form)
    set([...outgoing, message])
  },

  change(key: string, change: Partial<Outgoing>) {
    if (change.messageId !== undefined) keepFiles(change.messageId, forms.get(key))
    set(outgoing.map((one) => (one.key === key ? { ...one, ...change } : one)))
  },

  /** the files of a message that was refused, for whoever writes it anew */
  filesOfForm: (key: string): File[] => filesIn(forms.get(key)),

  filesOf: (messageId: number): File[] => sentFiles.get(messageId) ?? [],

  remove(key: string) {
    forms.delete(key)
    set(outgoing.filter((one) => one.key !== key))
  },
}

/** Those in the form itself, and those this page sent ahead. */
function filesIn(form: FormData | undefined): File[] {
  if (!form) return []
  const chosen = form.getAll('files').filter((entry) => entry instanceof File && entry.size > 0)
  const ahead = form.getAll('uploadId').flatMap((id) => fileOfUpload(Number(id)) ?? [])
  return [...(chosen as File[]), ...ahead]
}

function keepFiles(messageId: number, form: FormData | undefined) {
  const files = filesIn(form)
  if (files.length === 0) return
  sentFiles.set(messageId, files)
  for (const id of [...sentFiles.keys()].slice(0, -SENT_KEPT)) sentFiles.delete(id)
}

function set(next: Outgoing[]) {
  outgoing = next
  try {
    const kept = next.filter((one) => one.messageId === undefined)
    if (!storageKey) return
    if (kept.length === 0) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, JSON.stringify(kept))
  } catch {
    // A full or forbidden storage keeps nothing over a reload; sending goes on.
  } finally {
    listeners.forEach((listener) => listener())
  }
}

function readKept(key: string): Outgoing[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]') as Outgoing[]
    return kept.map((one) => ({
      ...one,
      // Without its files it would be another message: a person decides.
      ...(one.fileNames.length > (one.uploadIds?.length ?? 0)
        ? { state: 'refused' as const, reason: 'files_not_kept' }
        : one.state === 'sending' && { state: 'offline' as const }),
    }))
  } catch {
    return []
  }
}
