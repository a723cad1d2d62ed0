import type { Area } from '../translate.ts'

/** How far the assistant may go on a price. */
export const negotiation = {
  'negotiation.title': 'Bargaining over {name}',
  'negotiation.heading': 'Bargaining',
  'negotiation.lead':
    'When a customer asks for a lower price, the assistant may come down step by step, and never below the lowest price. Neither customers nor the model are told these limits.',
  'negotiation.fixed': 'The price is fixed.',
  'negotiation.allowed': 'The assistant may bargain.',
  'negotiation.set': 'Set limits',
  'negotiation.isOn': 'The assistant may bargain over this product',
  'negotiation.list': 'Listed price: {price}',
  'negotiation.floor': 'Lowest price for one piece',
  'negotiation.step': 'Comes down by',
  'negotiation.stepHelp': 'With every offer.',
  'negotiation.rounds': 'Offers in one conversation',
  'negotiation.personBelow': 'A person decides below',
  'negotiation.personBelowHelp':
    'The conversation is handed over before a lower price is offered. Empty: the assistant goes down to the lowest price.',
  'negotiation.bulkFrom': 'Pieces to buy',
  'negotiation.bulkFloor': 'Lowest price for each then',
  'negotiation.bulk': 'Give and take',
  'negotiation.bulkLead': 'Who buys more pieces has a lowest price of their own.',
  'negotiation.offers': 'Offers made',
  'negotiation.offersEmpty': 'No offers yet',
  'negotiation.offersEmptyLead': 'What the assistant offers on this product is listed here.',
  'negotiation.at': 'When',
  'negotiation.quantity': 'Pieces',
  'negotiation.bid': 'Customer’s price',
  'negotiation.offered': 'Our offer',
  'negotiation.outcome': 'Outcome',
  'negotiation.outcome_countered': 'Offered',
  'negotiation.outcome_accepted': 'Agreed',
  'negotiation.outcome_last': 'Last offer',
  'negotiation.outcome_person': 'A person decides',
} satisfies Area<'negotiation'>

export const negotiationErrors = {
  'errors.floor_above_price': 'Not above the listed price.',
  'errors.bulk_floor_above_floor': 'Not above the lowest price for one piece.',
  'errors.person_below_floor': 'Not below the lowest price.',
} satisfies Area<'errors'>

export const negotiationAudit = {
  'audit.noun_product': 'Product',
  'audit.verb_bargaining_changed': 'limits of bargaining changed',
  'audit.verb_bargaining_ended': 'price fixed',
} satisfies Area<'audit'>
