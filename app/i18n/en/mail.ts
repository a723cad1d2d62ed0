import type { Area } from '../translate.ts'

export const mail = {
  'mail.greeting': 'Hello {name},',
  'mail.greetingPlain': 'Hello,',
  'mail.billingAction': 'Open plan and payments',
  'mail.billingWhy': 'You get this because you own {company} on Baraza.',
  'mail.billing_trial_endingSubject': 'The trial of {company} ends on {day}',
  'mail.billing_trial_endingLead':
    'The free days of {company} end on {day}. The first invoice of {amount} is due then. Pay it, choose another plan or cancel: all of it is on one page.',
  'mail.billing_invoice_issuedSubject': 'Invoice {number} for {company}',
  'mail.billing_invoice_issuedLead':
    'Invoice {number} of {amount} is due on {day}. You can pay it by M-Pesa in a minute.',
  'mail.billing_payment_failedSubject': 'A payment of {company} did not go through',
  'mail.billing_payment_failedLead':
    'The payment of {amount} for {number} did not go through. Nothing was taken. You can try again.',
  'mail.billing_overdueSubject': '{company}: {amount} is unpaid',
  'mail.billing_overdueLead':
    '{amount} is unpaid. If nothing is paid by {day}, the pages of {company} close; messages that arrive are still kept.',
  'mail.billing_suspendedSubject': 'The pages of {company} are closed',
  'mail.billing_suspendedLead':
    'An invoice is unpaid, so the pages of {company} are closed. Messages that arrive are kept. As soon as {amount} is paid they open again; without payment the subscription ends on {day}.',
  'mail.billing_reactivatedSubject': '{company} is open again',
  'mail.billing_reactivatedLead':
    'The payment has arrived and the pages of {company} are open again. What came in meanwhile is being worked off.',
  'mail.billing_credit_noteSubject': 'Credit note {number} for {company}',
  'mail.billing_credit_noteLead':
    '{amount} of invoice {about} was taken back. Credit note {number} says why; what you had paid of it is now your credit.',
  'mail.billing_refundedSubject': '{amount} was paid back to {company}',
  'mail.billing_refundedLead':
    'We have paid back {amount}. Reference: {number}. A card can take some days to show it.',
  'mail.billing_payment_receivedSubject': 'We received {amount} from {company}',
  'mail.billing_payment_receivedLead':
    'Thank you: {amount} arrived. Receipt: {number}. The invoice is on your billing page.',
  'mail.billing_usage_nearSubject': '{company} has almost used up its plan',
  'mail.billing_usage_nearLead': '{what} of {company}: {used} of {limit} are used.',
  'mail.billing_usage_fullSubject': '{company} has used up its plan',
  'mail.billing_usage_fullLead':
    '{what} of {company}: all {limit} are used. Messages that come in are still kept. A larger plan counts at once.',
  'mail.supportSubject': 'Baraza support is looking at {company}',
  'mail.supportLead': '{visitor} of Baraza support has just opened the pages of {company}.',
  'mail.supportReason': 'Reason: {reason}',
  'mail.supportAction': 'See what is looked at, or end it',
  'mail.supportWhy':
    'You get this because you own {company} on Baraza. Every page that support opens is written into your audit log.',
  'mail.alertSubject_opened': 'Alert: {what}',
  'mail.alertSubject_again': 'Still so: {what}',
  'mail.alertSubject_resolved': 'Over: {what}',
  'mail.alertLead_opened': '{what}.',
  'mail.alertLead_again': 'It lasts: {what}.',
  'mail.alertLead_resolved': 'It is over: {what}.',
  'mail.alertAction': 'Open it',
  'mail.alertWhy': 'You get this mail because an alert rule of the platform names your role.',
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
  'mail.meetingSubject_planned': 'Demo of Baraza for {name}: {when}',
  'mail.meetingSubject_moved': 'Changed: demo of Baraza for {name}, {when}',
  'mail.meetingSubject_cancelled': 'Called off: demo of Baraza for {name}, {when}',
  'mail.meetingLead_planned': '{sender} shows Baraza to {name} on {when} (Nairobi time).',
  'mail.meetingLead_moved':
    'The demo of Baraza for {name} with {sender} is now on {when} (Nairobi time).',
  'mail.meetingLead_cancelled':
    'The demo of Baraza for {name} with {sender} on {when} does not take place.',
  'mail.meetingPlace': 'Place: {place}',
  'mail.meetingJoin': 'Join the call',
  'mail.meetingFile': 'The file that comes with this mail puts it into your calendar.',
  'mail.meetingFileGone': 'The file that comes with this mail takes it out of your calendar.',
  'mail.setupSubject_planned': 'Setting up Baraza for {name}: {when}',
  'mail.setupSubject_moved': 'Changed: setting up Baraza for {name}, {when}',
  'mail.setupSubject_cancelled': 'Called off: setting up Baraza for {name}, {when}',
  'mail.setupSubject_reminder': 'Tomorrow: setting up Baraza for {name}, {when}',
  'mail.setupLead_planned': '{sender} and {name} set up Baraza together on {when} ({zone} time).',
  'mail.setupLead_moved':
    'Setting up Baraza for {name} with {sender} is now on {when} ({zone} time).',
  'mail.setupLead_cancelled':
    'Setting up Baraza for {name} with {sender} on {when} does not take place.',
  'mail.setupLead_reminder':
    'A reminder: {sender} and {name} set up Baraza together on {when} ({zone} time).',
  'mail.setupBring':
    'Good to have at hand: the logo, opening hours, prices, and the addresses of colleagues.',
} satisfies Area<'mail'>
