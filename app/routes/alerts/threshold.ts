import { alertUnits } from '#app/platform/alerts/kinds.ts'
import type { AlertKind, AlertRule } from '#app/platform/alerts/kinds.ts'

const PERCENT = 100

/** As people read and type it: shares in percent. */
export function shownThreshold({ kind, threshold }: Pick<AlertRule, 'kind' | 'threshold'>): number {
  if (alertUnits[kind] !== 'share') return threshold
  return Math.round(threshold * PERCENT * 10) / 10
}

/** As it is kept. */
export function toThreshold(kind: AlertKind, typed: number): number {
  return alertUnits[kind] === 'share' ? typed / PERCENT : typed
}

/** The least and the most that makes sense, as people type it. */
export function thresholdRange(kind: AlertKind): { min: number; max: number } {
  if (alertUnits[kind] === 'share') return { min: 0.1, max: PERCENT }
  return { min: 1, max: 10_000 }
}
