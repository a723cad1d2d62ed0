import type { ServerMessageKey, Translate } from '#app/i18n/translate.ts'
import { alertLetter } from './alert-letter.server.ts'
import { billingLetter } from './billing-letter.server.ts'
import { meetingLetter } from './meeting-letter.server.ts'
import type { Letter } from './render.server.ts'
import { setupLetter } from './setup-letter.server.ts'

type Values = Record<string, string>
type Template = (t: Translate<ServerMessageKey>, values: Values) => Letter

/** Roles as words; members' and platform users' alike. */
const ROLES = ['owner', 'admin', 'manager', 'agent', 'viewer', 'sales', 'support'] as const

/** Every mail the product sends, as what it says. Names in them were typed by strangers. */
export const mailTemplates = {
  invitation: (t, values) => {
    const company = toPlainName(values['company'])
    const sender = toPlainName(values['sender'])
    const role = roleWord(t, values['role'])
    return {
      subject: t('mail.invitationSubject', { company }),
      greeting: t('mail.greeting', { name: toPlainName(values['name']) }),
      paragraphs: [t('mail.invitationLead', { company, sender, role })],
      action: { label: t('mail.invitationAction'), url: values['link'] ?? '' },
      small: [t('mail.invitationExpires'), t('mail.ignoreUnexpected')],
      footer: t('mail.footer'),
    }
  },
  password_reset: (t, values) => ({
    subject: t('mail.resetSubject'),
    greeting: t('mail.greeting', { name: toPlainName(values['name']) }),
    paragraphs: [t('mail.resetLead', { company: toPlainName(values['company']) })],
    action: { label: t('mail.resetAction'), url: values['link'] ?? '' },
    small: [t('mail.resetExpires', { minutes: values['minutes'] ?? '' }), t('mail.resetIgnore')],
    footer: t('mail.footer'),
  }),
  // The subject carries nothing that whoever signed up could have written.
  email_verification: (t, values) => ({
    subject: t('mail.verifySubject'),
    greeting: t('mail.greetingPlain'),
    paragraphs: [t('mail.verifyLead', { company: toPlainName(values['company']) })],
    action: { label: t('mail.verifyAction'), url: values['link'] ?? '' },
    small: [t('mail.verifyIgnore')],
    footer: t('mail.footer'),
  }),
  notification: (t, values) => ({
    subject: t('mail.notificationSubject', {
      ...{ what: values['what'] ?? '', company: toPlainName(values['company']) },
    }),
    greeting: t('mail.greeting', { name: toPlainName(values['name']) }),
    paragraphs: [[values['what'], toPlainName(values['about'])].filter(Boolean).join(': ')],
    action: { label: t('mail.notificationAction'), url: values['link'] ?? '' },
    small: [t('mail.notificationWhy', { link: values['preferences'] ?? '' })],
    footer: t('mail.footer'),
  }),
  digest: (t, values) => {
    const count = Number(values['unread'] ?? 0)
    const items = JSON.parse(values['items'] ?? '[]') as { label: string; url: string }[]
    return {
      subject: t('mail.digestSubject', { count, company: toPlainName(values['company']) }),
      greeting: t('mail.greeting', { name: toPlainName(values['name']) }),
      paragraphs: [t('mail.digestLead', { count, company: toPlainName(values['company']) })],
      list: items.map(({ label, url }) => ({ label: toPlainName(label), url })),
      action: { label: t('mail.digestAction'), url: values['link'] ?? '' },
      small: [t('mail.digestWhy', { link: values['preferences'] ?? '' })],
      footer: t('mail.footer'),
    }
  },
  prospect_reminder: (t, values) => {
    const name = toPlainName(values['name'])
    const what = toPlainName(values['what'])
    return {
      subject: t('mail.prospectSubject', { name }),
      greeting: t('mail.greetingPlain'),
      paragraphs: [t('mail.prospectLead', { name }), ...(what ? [what] : [])],
      action: { label: t('mail.prospectAction'), url: values['link'] ?? '' },
      footer: t('mail.footer'),
    }
  },
  demo_meeting: meetingLetter,
  setup_date: setupLetter,
  support_visit: (t, values) => {
    const company = toPlainName(values['company'])
    return {
      subject: t('mail.supportSubject', { company }),
      greeting: t('mail.greeting', { name: toPlainName(values['name']) }),
      paragraphs: [
        t('mail.supportLead', { company, visitor: toPlainName(values['visitor']) }),
        t('mail.supportReason', { reason: toPlainName(values['reason']) }),
      ],
      action: { label: t('mail.supportAction'), url: values['link'] ?? '' },
      small: [t('mail.supportWhy', { company })],
      footer: t('mail.footer'),
    }
  },
  alert: alertLetter,
  billing: billingLetter,
  find_company: (t, values) => ({
    subject: t('mail.findSubject'),
    greeting: t('mail.greetingPlain'),
    paragraphs: [t('mail.findLead')],
    list: (JSON.parse(values['companies'] ?? '[]') as { name: string; url: string }[]).map(
      ({ name, url }) => ({ label: toPlainName(name), url }),
    ),
    small: [t('mail.findIgnore')],
    footer: t('mail.footer'),
  }),
} satisfies Record<string, Template>

export type MailTemplate = keyof typeof mailTemplates

function roleWord(t: Translate<ServerMessageKey>, role: string | undefined): string {
  const known = ROLES.find((name) => name === role)
  return known ? t(`members.role_${known}`) : ''
}

/** A name without what mail programs turn into links. */
function toPlainName(name: string | undefined): string {
  return (name ?? '')
    .replace(/[./:@\\<>\p{C}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}
