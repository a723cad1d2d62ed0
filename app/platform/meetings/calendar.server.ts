import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

const MINUTE_MS = 60_000

/** An appointment as its calendar file says it. */
export type Appointment = {
  uid: string
  /** goes up with every change; a calendar takes the highest */
  sequence: number
  startsAt: number
  minutes: number
  title: string
  place: string
  note: string
  organizer: { name: string; email: string }
  attendees: readonly string[]
  /** when it was last changed, UTC ms */
  at: number
  isCancelled: boolean
}

/** The file that puts an appointment into a calendar, moves it there, or takes it out. */
export function writeCalendar(appointment: Appointment): string {
  const { uid, sequence, startsAt, minutes, title, place, note, at, isCancelled } = appointment
  const method = isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST
  const calendar = ical({ method, prodId: { company: 'Baraza', product: 'Sales' } })
  const event = calendar.createEvent({
    ...{ id: uid, sequence, stamp: new Date(at), summary: title, description: note || null },
    ...{ start: new Date(startsAt), end: new Date(startsAt + minutes * MINUTE_MS) },
    organizer: appointment.organizer,
    location: place || null,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (/^https?:\/\//.test(place)) event.url(place)
  for (const email of appointment.attendees) event.createAttendee({ email, rsvp: true })
  return calendar.toString()
}
