import type { ServerMessageKey, Translate } from '#app/i18n/translate.ts'
import { toPlain } from './meeting-letter.server.ts'
import type { Letter } from './render.server.ts'

const kinds = ['planned', 'moved', 'cancelled', 'reminder'] as const

/** The date of setting a company up together: agreed on, moved, called off, or tomorrow. */
export function setupLetter(
  t: Translate<ServerMessageKey>,
  values: Record<string, string>,
): Letter {
  const kind = kinds.find((one) => one === values['kind']) ?? 'planned'
  const { when = '', zone = '', place = '' } = values
  const said = { name: toPlain(values['name']), sender: toPlain(values['sender']), when, zone }
  const isLink = /^https?:\/\//.test(place)
  const file = kind === 'cancelled' ? 'mail.meetingFileGone' : 'mail.meetingFile'
  return {
    subject: t(`mail.setupSubject_${kind}`, said),
    greeting: t('mail.greetingPlain'),
    paragraphs: [
      t(`mail.setupLead_${kind}`, said),
      ...(kind === 'planned' || kind === 'reminder' ? [t('mail.setupBring')] : []),
      ...(place && !isLink ? [t('mail.meetingPlace', { place: toPlain(place) })] : []),
    ],
    ...(isLink && kind !== 'cancelled' && { action: { label: t('mail.meetingJoin'), url: place } }),
    ...(kind !== 'reminder' && { small: [t(file)] }),
    footer: t('mail.footer'),
  }
}
