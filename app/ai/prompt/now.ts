/** `Friday 20 November 2026, 14:05 (Africa/Nairobi)`: a model does not know what day it is. */
export function toNowLine(now: number, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone },
  }).formatToParts(now)
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? ''
  const date = `${part('weekday')} ${part('day')} ${part('month')} ${part('year')}`
  return `Now: ${date}, ${part('hour')}:${part('minute')} (${timeZone})`
}
