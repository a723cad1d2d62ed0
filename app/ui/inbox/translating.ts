import { useSyncExternalStore } from 'react'
import { onActionEnd } from './send-action.ts'

/** Translations being made: `busy`, or why one was not made. By message id. */
const states = new Map<number, string>()
const listeners = new Set<() => void>()
let stop: (() => void) | undefined

const PATH = /^\/conversations\/\d+\/messages\/(\d+)\/translation$/

/** Called when one is asked for; how it ends is heard from the write itself. */
export function startTranslating(messageId: number) {
  stop ??= onActionEnd(({ path, result }) => {
    const id = Number(PATH.exec(path)?.[1])
    if (id) set(id, result.ok ? undefined : result.reason)
  })
  set(messageId, 'busy')
}

export function useTranslating(messageId: number): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => states.get(messageId),
    () => undefined,
  )
}

function set(messageId: number, state: string | undefined) {
  if (state === undefined) states.delete(messageId)
  else states.set(messageId, state)
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
