/** `person`: waits for somebody to own it; `assistant`: nobody's yet, the AI answers. */
export const queueViews = ['person', 'assistant'] as const
export type QueueView = (typeof queueViews)[number]

/** Counted no further: the page says "999+". */
export const QUEUE_COUNT_MAX = 999

export type QueueRow = {
  id: number
  contactName: string
  contactPhone: string | null
  channel: string
  endpointName: string
  score: number
  scoreColor: 'green' | 'yellow' | 'red'
  /** UTC ms: waits since, or with the AI its last message */
  at: number
  /** why the AI gave it up, a code of ours */
  reason: string | null
  lastText: string | null
  lastType: string | null
}
