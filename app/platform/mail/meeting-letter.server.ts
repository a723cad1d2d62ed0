import type { ServerMessageKey, Translate } from '#app/i18n/translate.ts'
import type { Letter } from './render.server.ts'

const kinds = ['planned', 'moved', 'cancelled'] as const

/** A demo that was agreed on, moved or called off; the calendar file comes with it. */
export function meetingLetter(
  t: Translate<ServerMessageKey>,
  values: Record<string, string>,
): Letter {
  const kind = kinds.find((one) => one === values['kind']) ?? 'planned'
  const { when = '', place = '', note = '' } = values
  const name = toPlain(values['name'])
  const sender = toPlain(values['sender'])
  const isLink = /^https?:\/\//.test(place)
  return {
    subject: t(`mail.meetingSubject_${kind}`, { name, when }),
    greeting: t('mail.greetingPlain'),
    paragraphs: [
      t(`mail.meetingLead_${kind}`, { name, sender, when }),
      ...(place && !isLink ? [t('mail.meetingPlace', { place: toPlain(place) })] : []),
      ...(note ? [toPlain(note)] : []),
    ],
    ...(isLink && kind !== 'cancelled' && { action: { label: t('mail.meetingJoin'), url: place } }),
    small: [t(kind === 'cancelled' ? 'mail.meetingFileGone' : 'mail.meetingFile')],
    footer: t('mail.footer'),
  }
}

/** Words without what mail programs turn into links. */
export function toPlain(text = ''): string {
  return text
    .replace(/[/:@\\<>\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
