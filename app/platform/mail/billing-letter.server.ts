import type { ServerMessageKey, Translate } from '#app/i18n/translate.ts'
import { billingNotices } from '#app/jobs/registry.ts'
import type { Letter } from './render.server.ts'

/** Signs that mail programs make links of; a company's name was typed by a stranger. */
const LINK_SIGNS = /[./:@\\<>\p{C}]+/gu

/** What owners are told about their subscription. Amounts and days are words already. */
export function billingLetter(
  t: Translate<ServerMessageKey>,
  values: Record<string, string>,
): Letter {
  const kind = billingNotices.find((one) => one === values['kind']) ?? 'overdue'
  const plain = (text = '') => text.replace(LINK_SIGNS, ' ').replace(/\s+/g, ' ').trim()
  const company = plain(values['company'])
  const words = {
    ...{ amount: '', day: '', number: '', about: '', what: '', used: '', limit: '' },
    ...values,
    company,
  }
  return {
    subject: t(`mail.billing_${kind}Subject`, words),
    greeting: t('mail.greeting', { name: plain(values['name']) }),
    paragraphs: [t(`mail.billing_${kind}Lead`, words)],
    action: { label: t('mail.billingAction'), url: values['link'] ?? '' },
    small: [t('mail.billingWhy', { company })],
    footer: t('mail.footer'),
  }
}
