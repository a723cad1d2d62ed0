import type { Area } from '../translate.ts'

export const knowing = {
  'knowing.title': 'Status',
  'knowing.open': 'Status',
  'knowing.lead':
    'What your knowledge lacks: standard questions without an answer, contradictions, sources out of date.',
  'knowing.look': 'Look again',
  'knowing.asked': 'All knowledge is being looked at. This page follows by itself.',
  'knowing.looked': 'Looked at',
  'knowing.never': 'Not looked at yet.',
  'knowing.coverage': '{count} of {total} standard questions of your trade find an answer',
  'knowing.coverageNone': 'Not looked at yet.',
  'knowing.answered': 'Answered',
  'knowing.unanswered': 'No answer',
  'knowing.conflicts': 'Stated differently',
  'knowing.conflictsNone':
    'No two sources contradict each other in a price, time, share or amount.',
  'knowing.kind_price': 'Price',
  'knowing.kind_time': 'Time',
  'knowing.kind_share': 'Share',
  'knowing.kind_amount': 'Amount',
  'knowing.fine': 'This is fine',
  'knowing.gaps': 'Questions that found nothing',
  'knowing.gapsNone': 'Every question of the last 60 days found something.',
  'knowing.conversation': 'Conversation',
  'knowing.notNeeded': 'Not needed',
  'knowing.stale': 'Out of date and still used',
  'knowing.staleNone': 'Whatever answers rest on was renewed lately.',
  'knowing.addFaq': 'Answer it',
  'knowing.job': 'Looking at all knowledge',
} satisfies Area<'knowing'>
