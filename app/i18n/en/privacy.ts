import type { Area } from '../translate.ts'

export const privacy = {
  'privacy.menu': 'Their data',
  'privacy.export': 'Export everything about them',
  'privacy.erase': 'Erase this person',
  'privacy.eraseTitle': 'Erase this person',
  'privacy.eraseLead': 'For a customer who asks to be forgotten. This cannot be undone.',
  'privacy.goes': 'What is erased',
  'privacy.goesPerson': 'Name, numbers, e-mail, tags, your own fields and consent',
  'privacy.goesTexts':
    '{messages, plural, one {the text of # message} other {the texts of # messages}} and {files, plural, one {# file} other {# files}}',
  'privacy.goesNotes':
    '{notes, plural, one {# note} other {# notes}}, drafts, reminders and what the assistant wrote',
  'privacy.goesRaw': 'What the channels delivered, and every trace in the search',
  'privacy.stays': 'What has to stay',
  'privacy.staysConversations':
    '{count, plural, =0 {that there were conversations} one {that there was # conversation, when, and how it ended} other {that there were # conversations, when, and how they ended}}, for your figures',
  'privacy.staysSales':
    '{count, plural, =0 {amounts of sales: there are none} one {the amount of # sale} other {the amounts of # sales}}, because the books must add up',
  'privacy.staysAudit':
    'That and by whom this person was erased, with a number instead of the name',
  'privacy.typeName': 'Type “{name}” to confirm',
  'privacy.eraseConfirm': 'Erase for good',
  'privacy.retention': 'Retention',
  'privacy.retentionLead':
    'How long things are kept. What is past its time goes once a day and cannot be brought back.',
  'privacy.keep.messages': 'Texts and files of messages',
  'privacy.keepHelp.messages': 'Figures stay; only what was said goes.',
  'privacy.keep.contacts': 'People who do not write any more',
  'privacy.keepHelp.contacts':
    'Erased so long after their last message, unless a conversation is open.',
  'privacy.keepForever': 'For ever',
  'privacy.keepDays': '{count, plural, one {# day} other {# days}}',
} satisfies Area<'privacy'>
