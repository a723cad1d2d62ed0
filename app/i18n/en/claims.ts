import type { Area } from '../translate.ts'

/** What an answer names, and where it stands. */
export const claims = {
  'claims.title': 'Facts named ({count})',
  'claims.none': 'It names no price, quantity, date, number or link.',
  'claims.nowhere': 'Stands nowhere',
  'claims.source.passage': 'Passage {number}',
  'claims.source.company': 'Company facts',
  'claims.source.said': 'Said here before',
  'claims.source.customer': 'The customer’s words',
  'claims.source.tool': 'Looked up',
  'claims.rejected': 'First wording, not sent',
  'claims.held': 'Held back',
  'claims.checkBefore': 'Stands in no source, check before sending: {claims}',
} satisfies Area<'claims'>
