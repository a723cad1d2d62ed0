import type { Area } from '../translate.ts'

/** What the assistant may look up and do beside writing. */
export const tools = {
  'tools.title': 'What the assistant may do',
  'tools.lead':
    'While it writes an answer, the assistant may look things up and have things done. It reaches only the customer it is writing to, and everything it did stands under its answer.',
  'tools.name.search_knowledge': 'Search the knowledge again',
  'tools.help.search_knowledge': 'In other words than the customer’s, when nothing was found.',
  'tools.name.look_up_product': 'Look up products',
  'tools.help.look_up_product': 'Price and stock as they are at that moment.',
  'tools.name.look_up_purchases': 'Look up what the customer bought',
  'tools.help.look_up_purchases':
    'This customer’s own sales and orders sent in chat, never anybody else’s.',
  'tools.name.capture_lead_field': 'Note what the customer wants',
  'tools.help.capture_lead_field': 'On their open lead, as a proposal that your team can correct.',
  'tools.name.tag_conversation': 'Tag the conversation',
  'tools.help.tag_conversation': 'With the tags you have. It makes no new ones.',
  'tools.name.create_follow_up': 'Promise a follow-up',
  'tools.help.create_follow_up':
    'A reminder for whoever has the conversation, within the next 90 days.',
  'tools.name.negotiate': 'Bargain over prices',
  'tools.help.negotiate': 'Only on products that you have set limits for, and never below them.',
  'tools.name.hand_over': 'Call a person',
  'tools.help.hand_over':
    'Customers who ask for a person always get one, also when this is turned off.',
  'tools.nav': 'Assistant’s tools',
  'tools.dailyMax': 'Times a day in one conversation, at most',
  'tools.called': 'Looked up and done ({count})',
  'tools.outcome.done': 'Done',
  'tools.outcome.refused': 'Refused',
  'tools.outcome.failed': 'Failed',
  'tools.outcome.repeated': 'Done before',
  'tools.outcome.not_done': 'Only tried',
  'tools.unknown': 'Unknown tool “{name}”',
} satisfies Area<'tools'>
