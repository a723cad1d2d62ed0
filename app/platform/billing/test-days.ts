/** The model's calendar: days count from 2026-01-01. */
const EPOCH = Date.UTC(2026, 0, 1)
export const dateOf = (day: number) => new Date(EPOCH + day * 86_400_000)

export function monthAfter(day: number, anchor: number): number {
  const date = dateOf(day)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return (Date.UTC(year, month, Math.min(anchor, last)) - EPOCH) / 86_400_000
}
