import type { VisibleChange } from '#app/domain/conversations/shown.ts'

/**
 * What a live page is told. `changes` and `gone` carry ids alone; `resync` means: too much was
 * missed, ask again for everything shown; `end` means: do not come back with this session.
 */
export type Frame =
  | { event: 'ready'; data: { at: number } }
  | { event: 'changes'; id: number; data: VisibleChange[] }
  | { event: 'gone'; data: number[] }
  | { event: 'calls'; data: number }
  | { event: 'unread'; data: number }
  | { event: 'resync'; id: number; data: null }
  | { event: 'end'; data: 'session' | 'closed' }

/** One frame in the text/event-stream format. JSON holds no line breaks, so one data line does. */
export function toText(frame: Frame): string {
  const id = 'id' in frame ? `id: ${frame.id}\n` : ''
  return `${id}event: ${frame.event}\ndata: ${JSON.stringify(frame.data)}\n\n`
}
