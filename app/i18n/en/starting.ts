import type { Area } from '../translate.ts'

export const starting = {
  'starting.title': 'New conversation',
  'starting.titleTo': 'Write to {name}',
  'starting.new': 'New conversation',
  'starting.message': 'Message',
  'starting.toContact': 'Message',
  'starting.somebodyElse': 'Somebody else',
  'starting.search': 'Name, phone number or e-mail',
  'starting.latest': 'Latest customers',
  'starting.newNumber': 'Nobody has written to this number yet.',
  'starting.writeTo': 'Write to it',
  'starting.nobody': 'Whom do you want to write to?',
  'starting.nobodyLead': 'Type a phone number with its country code, such as +254 712 345 678.',
  'starting.notFound': 'Nobody found',
  'starting.notFoundLead': 'To write to somebody new, type the whole number with its country code.',
  'starting.notFoundMail':
    'No channel reaches an e-mail address yet. Type their phone number instead.',
  'starting.isBlocked': 'Blocked',
  'starting.blocked': '{name} is blocked, so nothing can be sent. Unblock them first.',
  'starting.ways': 'Send from',
  'starting.noWay': 'None of your channels reaches this person.',
  'starting.noChannel': 'No channel is connected.',
  'starting.free': 'Write freely.',
  'starting.freeUntil': 'Write freely until {time}.',
  'starting.templateOnly':
    'WhatsApp takes an approved template first; once they answer you can write freely.',
  'starting.goesTo': 'Goes to {phone}',
  'starting.goesOn': 'A conversation is open here and goes on.',
  'starting.event.opened': '{name} started the conversation',
} satisfies Area<'starting'>
