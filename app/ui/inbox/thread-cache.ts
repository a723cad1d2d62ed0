import type { ThreadData } from './page-data.ts'

/** Threads kept in memory: going back and forth between conversations costs no request. */
const KEPT_MAX = 40

const threads = new Map<number, { thread: ThreadData; isFresh: boolean }>()
/** Counts what made a thread old, so that an answer asked for before that is not kept. */
const changed = new Map<number, number>()
let forgotten = 0
/** Nothing was heard yet. */
const FIRST_EPOCH = '0.0'
let shown: ThreadData | undefined
let isLive = false

/** A thread as it is now: kept ones count only while live updates say what has changed. */
export function findFreshThread(id: number): ThreadData | undefined {
  const kept = threads.get(id)
  return isLive && kept?.isFresh ? kept.thread : undefined
}

/** This thread is on the screen now. */
export function noteThreadShown(thread: ThreadData): void {
  shown = thread
}

/**
 * Whether the kept state of a thread is what is on the screen. It may have arrived and never been
 * shown, because the router gave up the load it belonged to for a newer one.
 */
export function isFreshShown(id: number): boolean {
  const fresh = findFreshThread(id)
  return fresh !== undefined && fresh === shown
}

/** The last known state, however old: for when there is no connection. */
export function findKnownThread(id: number): ThreadData | undefined {
  return threads.get(id)?.thread
}

/** Where a thread's history stands; compare before and after asking for it. */
export function epochOf(id: number): string {
  return `${forgotten}.${changed.get(id) ?? 0}`
}

/** @param askedAt its epoch when it was asked for */
export function keepThread(thread: ThreadData, askedAt: string): void {
  if (askedAt !== epochOf(thread.head.id)) return
  threads.delete(thread.head.id)
  threads.set(thread.head.id, { thread, isFresh: true })
  for (const id of threads.keys()) {
    if (threads.size <= KEPT_MAX) break
    threads.delete(id)
  }
}

/**
 * The thread that was sent with the document. Those that are asked for later are kept where they
 * are asked for, and keeping one here again would hide what has been heard of it since.
 */
export function keepFirstThread(thread: ThreadData): void {
  const { id } = thread.head
  if (!threads.has(id) && epochOf(id) === FIRST_EPOCH) keepThread(thread, FIRST_EPOCH)
}

/** It has changed: asked for anew when it is wanted, kept for when there is no connection. */
export function markThreadOld(id: number): void {
  changed.set(id, (changed.get(id) ?? 0) + 1)
  const kept = threads.get(id)
  if (kept) kept.isFresh = false
}

/** It is no longer this person's to see. */
export function forgetThread(id: number): void {
  markThreadOld(id)
  threads.delete(id)
}

export function forgetThreads(): void {
  forgotten += 1
  threads.clear()
}

/** While there is no live connection nothing kept is trusted; what was kept before it broke is old. */
export function setLive(live: boolean): void {
  isLive = live
}
