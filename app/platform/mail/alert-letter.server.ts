import { alertWords } from '#app/i18n/alert-words.ts'
import type { MessageKey, ServerMessageKey, Translate } from '#app/i18n/translate.ts'
import type { Letter } from './render.server.ts'

const events = ['opened', 'again', 'resolved'] as const

/** An alert as a mail: the same sentence as on the page. */
export function alertLetter(
  t: Translate<ServerMessageKey>,
  values: Record<string, string>,
): Letter {
  const event = events.find((name) => name === values['event']) ?? 'opened'
  const facts = {
    ...{ kind: values['kind'] ?? '', subject: values['subject'] ?? '' },
    ...{ company: values['company'] || null, value: Number(values['value'] ?? 0) },
  }
  const words = alertWords(facts, (name) => t(`admin.measure_${name}` as MessageKey))
  const what = t(words.key, words.values)
  return {
    subject: t(`mail.alertSubject_${event}`, { what }),
    greeting: t('mail.greetingPlain'),
    paragraphs: [t(`mail.alertLead_${event}`, { what })],
    action: { label: t('mail.alertAction'), url: values['link'] ?? '' },
    small: [t('mail.alertWhy')],
    footer: t('mail.footer'),
  }
}
