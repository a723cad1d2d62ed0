import type { Area } from '../translate.ts'

export const watching = {
  'watching.watch': 'Watch unseen',
  'watching.title': 'Watch the conversation with {name}',
  'watching.lead':
    'You read along as it happens. Neither the colleague nor the customer is told, and nothing is marked as read. That you watch is written to the audit log.',
  'watching.start': 'Start watching',
  'watching.on': 'You are watching. Nobody is told, nothing is marked as read.',
  'watching.stepIn': 'Step in',
  'watching.stepInHelp': 'The conversation becomes yours, with this in its history.',
  'watching.leave': 'Stop watching',
  'watching.rule': 'stepped in',
  'watching.answers': '{name} answers',
  'watching.nobody': 'Nobody owns it',
} satisfies Area<'watching'>
