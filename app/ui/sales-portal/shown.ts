import type { Tone } from '../badge.tsx'

/** A prospect's way; the last two end it. */
export const stages = ['new', 'contacted', 'demo', 'negotiating', 'won', 'lost'] as const
export type Stage = (typeof stages)[number]

export const stageTones: Record<Stage, Tone> = {
  ...{ new: 'neutral', contacted: 'accent', demo: 'accent', negotiating: 'warn' },
  ...{ won: 'good', lost: 'bad' },
}

/** What of a demo a company may begin with. */
export const demoParts = ['catalogue', 'faqs', 'look'] as const

export type Rep = { id: number; name: string }

export type ShownProspect = {
  id: number
  name: string
  industry: string
  city: string
  contactName: string
  phone: string
  stage: Stage
  /** minor units a month */
  value: number | null
  currency: string
  repName: string | null
  nextAction: string
  nextActionAt: number | null
  updatedAt: number
}

export type BoardColumn = { stage: Stage; count: number; value: number; cards: ShownProspect[] }

/** Whose prospects somebody sees decides what a page offers. */
export type Seller = { isManager: boolean }
