import type { Area } from '../translate.ts'

/** What the built-in assistant says to customers, and why a conversation needs a person, for staff. */
export const ai = {
  'ai.greeting': 'Hello! This is {company}. How can we help you?',
  'ai.welcome': 'You are welcome!',
  'ai.goodbye': 'Thank you, and goodbye!',
  'ai.factAddress': 'You find us here: {address}',
  'ai.factPhone': 'You can call us on {phone}.',
  'ai.factEmail': 'You can write to us at {email}.',
  'ai.factHours': 'Our opening hours:',
  'ai.productPrice': '{name} costs {price}.',
  'ai.productStock': 'We have {count} in stock.',
  'ai.productOut': 'It is out of stock at the moment.',
  'ai.handOverAsked': 'Of course. A colleague will write to you here as soon as possible.',
  'ai.handOverAngry':
    'I am sorry about this. I have asked a colleague to look at it, who will write to you here as soon as possible.',
  'ai.handOverMisunderstood':
    'I am sorry that I did not understand you. A colleague will write to you here as soon as possible.',
  'ai.handOverVip': 'Thank you for writing. A colleague will answer you here personally.',
  'ai.cameBack':
    'I am sorry: none of my colleagues could write to you yet. They know that you are waiting. Meanwhile I, the assistant, am glad to help with anything else.',
  'ai.handOverUnsure':
    'I cannot answer that for certain. A colleague will write to you here as soon as possible.',
  'ai.handOverPerson': 'A colleague is better placed to help with this and will write to you here.',
  'ai.handOverVoice':
    'Thank you for the voice message. I cannot listen to it, so a colleague will answer you here.',
  'ai.handOverWordless':
    'Thank you. I cannot see what you sent, so a colleague will look at it and answer you here.',
  'ai.handOverOrder': 'Thank you for your order. A colleague will check it and confirm it here.',
  'ai.reason.customer_asked': 'The customer asked for a person',
  'ai.reason.angry': 'The customer is angry',
  'ai.reason.misunderstood': 'The customer was misunderstood again',
  'ai.reason.vip': 'The customer has the tag VIP',
  'ai.reason.low_confidence': 'The assistant was not sure enough',
  'ai.reason.assistant_asked': 'The assistant asked for a person',
  'ai.reason.unsourced_claim': 'The assistant named something that stands in no source',
  'ai.reason.voice_message': 'A voice message, which the assistant cannot hear',
  'ai.reason.wordless_message': 'A message without words',
  'ai.reason.unsupported_message': 'A kind of message that cannot be shown',
  'ai.reason.order': 'The customer sent an order',
  'ai.reason.budget_used_up': 'This month’s budget for the assistant is used up',
  'ai.reason.plan_used_up': 'The answers of this month’s plan are used up',
  'ai.reason.no_answer': 'The assistant could not answer',
  'ai.scoreTurnedGreen': 'The customer’s score turned green ({score})',
  'ai.writer.model': 'Written by {model}',
  'ai.writer.builtin': 'Written by the built-in assistant',
} satisfies Area<'ai'>
