import type { Area } from '../translate.ts'

export const consent = {
  'consent.title': 'Consent',
  'consent.lead': 'What may be sent to this person without somebody writing it.',
  'consent.none': 'No word from them yet: service messages go out, marketing does not.',
  'consent.optedOut': 'Wants no automatic messages',
  'consent.state.granted': 'Allowed',
  'consent.state.withdrawn': 'Not wanted',
  'consent.category.all': 'Everything automatic',
  'consent.category.marketing': 'Marketing',
  'consent.category.utility': 'Service messages',
  'consent.category.authentication': 'Sign-in codes',
  'consent.source.message': 'their own message',
  'consent.source.member': 'noted by your team',
  'consent.source.import': 'from an import',
  'consent.channel': 'Channel',
  'consent.category': 'Kind of message',
  'consent.state': 'They say',
  'consent.record': 'Note their word',
  'consent.recordLead': 'Only what the customer told you themselves.',
  'consent.confirmStop':
    'You will get no more news or reminders from {company}. When you write to us here, we still answer. Send START to get them again.',
  'consent.confirmStopMarketing':
    'You will get no more offers from {company}. Send START to get them again.',
  'consent.confirmStart':
    'You will get messages from {company} again. Send STOP at any time to end them.',
  'consent.event.consent_withdrawn': 'The customer wants no more automatic messages',
  'consent.event.consent_granted': 'The customer wants automatic messages again',
} satisfies Area<'consent'>
