import { isClockTime } from '#app/domain/company/hours.ts'
import { notificationKinds, notificationWays } from '#app/domain/notifications/kinds.ts'
import type { Choice, NotificationKind } from '#app/domain/notifications/kinds.ts'
import { digestRhythms } from '#app/domain/notifications/preferences.server.ts'
import type { NotificationPreferences } from '#app/domain/notifications/preferences.server.ts'
import { refuseForm, textFields } from './read-form.server.ts'
import type { ReadForm } from './read-form.server.ts'

/** The name of a box: `mention.push`. */
export type WayField = `${NotificationKind}.${(typeof notificationWays)[number]}`

/** A day's minute as a time field shows it, `22:00`. */
export function toClock(minute: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

/** Reads the form of what reaches a member. A box that is not sent was unchecked. */
export function readNotificationForm(form: FormData): ReadForm<NotificationPreferences> {
  const typed = textFields(form)
  const isQuiet = form.has('quiet')
  const [from, until] = [typed['quietFrom'] ?? '', typed['quietUntil'] ?? '']
  const digest = digestRhythms.find((name) => name === typed['digest'])
  const errors = {
    ...(isQuiet && !isClockTime(from) && { quietFrom: 'invalid' }),
    ...(isQuiet && !isClockTime(until) && { quietUntil: 'invalid' }),
    ...(!digest && { digest: 'required' }),
  }
  if (Object.keys(errors).length > 0 || !digest) return refuseForm(typed, errors)
  const choices = Object.fromEntries(
    notificationKinds.map((kind) => [kind, readChoice(form, kind)]),
  )
  return {
    ok: true,
    values: {
      ...{ choices: choices as NotificationPreferences['choices'], digest },
      quiet: isQuiet ? { from: toMinute(from), until: toMinute(until) } : undefined,
      pushNames: form.has('pushNames'),
    },
  }
}

function readChoice(form: FormData, kind: NotificationKind): Choice {
  const ways = notificationWays.map((way) => [way, form.has(`${kind}.${way}`)])
  return Object.fromEntries(ways) as Choice
}

function toMinute(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return hours * 60 + minutes
}
