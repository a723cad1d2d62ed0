import type { Area } from '../translate.ts'

export const mail = {
  'mail.greeting': 'Hello {name},',
  'mail.greetingPlain': 'Hello,',
  'mail.footer': 'This mail was sent by Baraza. Nobody reads answers to this address.',
  'mail.ignoreUnexpected': 'If you did not expect this, you can ignore it; nothing will happen.',
  'mail.invitationSubject': 'You are invited to {company}',
  'mail.invitationLead': '{sender} invites you to join {company} on Baraza as {role}.',
  'mail.invitationAction': 'Accept the invitation',
  'mail.invitationExpires': 'The link works once, for seven days.',
  'mail.resetSubject': 'Set a new password',
  'mail.resetLead': 'Somebody asked for a new password for your account at {company}.',
  'mail.resetAction': 'Choose a new password',
  'mail.resetExpires': 'The link works once, for {minutes} minutes.',
  'mail.resetIgnore': 'If it was not you, ignore this mail; your password stays as it is.',
  'mail.verifySubject': 'Confirm your e-mail for Baraza',
  'mail.verifyLead':
    'The company {company} was created on Baraza with this e-mail address. Confirm that it is yours; until then nothing is sent to anyone.',
  'mail.verifyAction': 'Confirm this address',
  'mail.verifyIgnore':
    'If you did not create it, ignore this mail: without your confirmation the company can send nothing.',
  'mail.notificationSubject': '{what} · {company}',
  'mail.notificationAction': 'Open it',
  'mail.notificationWhy':
    'You get this mail because you asked for it and were not there. To get fewer or none: {link}',
  'mail.digestSubject':
    '{count, plural, one {# notification} other {# notifications}} to read · {company}',
  'mail.digestLead':
    '{count, plural, one {# notification waits} other {# notifications wait}} for you at {company}. The newest:',
  'mail.digestAction': 'Read them all',
  'mail.digestWhy': 'You asked for this summary. To stop it or change how often it comes: {link}',
  'mail.prospectSubject': 'Due now: {name}',
  'mail.prospectLead': 'You wanted to be reminded of {name}.',
  'mail.prospectAction': 'Open the prospect',
  'mail.findSubject': 'Where you sign in',
  'mail.findLead': 'These are the companies on Baraza that know this e-mail address:',
  'mail.findIgnore': 'If you did not ask for this list, you can ignore it.',
} satisfies Area<'mail'>
