/** What a company's plan counts. Members, channels, storage and contacts as they stand; the rest per billing period. */
export const measures = [
  'members',
  'answers',
  'messages',
  'endpoints',
  'storageMb',
  'contacts',
] as const
export type Measure = (typeof measures)[number]

/** What a plan allows; null is without limit. The values come from outside the company's file. */
export type Limits = Record<Measure, number | null>

export type Usage = Record<Measure, number>

/** From this share of a limit on its people are warned. */
export const WARN_SHARE = 0.8

export type Fill = 'plain' | 'near' | 'full'

/** Where so much of a limit stands. */
export function fillOf(used: number, limit: number | null): Fill {
  if (limit === null || used < limit * WARN_SHARE) return 'plain'
  return used < limit ? 'near' : 'full'
}

/** Whether one more fits. */
export function hasRoom(used: number, limit: number | null | undefined): boolean {
  return limit === null || limit === undefined || used < limit
}
