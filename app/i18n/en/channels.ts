import type { Area } from '../translate.ts'

export const channels = {
  'channels.failure.credentials':
    'the channel no longer accepts our credentials. Reconnect it under Channels',
  'channels.failure.permission': 'the access token may not do this',
  'channels.failure.rate': 'the channel limits how fast this number may send',
  'channels.failure.pair': 'too many messages to the same person in a short time',
  'channels.failure.spam': 'this number was stopped because customers reported its messages',
  'channels.failure.cap': 'it was held back to protect the customer from too many messages',
  'channels.failure.policy': 'the account is blocked for breaking the channel’s policies',
  'channels.failure.locked': 'the account is locked',
  'channels.failure.country': 'the account may not write to customers in this country',
  'channels.failure.window':
    'more than 24 hours have passed since the customer wrote. Use a template',
  'channels.failure.undeliverable':
    'it cannot be delivered: no account there, an old app, or we are blocked',
  'channels.failure.self': 'sender and receiver are the same number',
  'channels.failure.unsupported': 'the channel does not support this kind of message',
  'channels.failure.file': 'the channel did not accept the file',
  'channels.failure.invalid': 'the channel did not accept the message as it was written',
  'channels.failure.template':
    'the template does not exist in this language, or its values do not fit',
  'channels.failure.templatePaused': 'the channel has paused or disabled this template',
  'channels.failure.passing': 'the channel has a passing problem',
  'channels.failure.unreachable': 'the channel could not be reached',
  'channels.failure.superseded': 'things changed before it was sent',
  'channels.failure.noAddress': 'the contact has no address on this channel',
  'channels.failure.removed': 'the channel was removed',
} satisfies Area<'channels'>
