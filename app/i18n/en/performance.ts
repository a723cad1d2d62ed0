import type { Area } from '../translate.ts'

export const performance = {
  'performance.performance': 'Performance',
  'performance.performanceOf': 'Performance of {name}',
  'performance.performanceLead':
    'What {name} did. Credit stays with who did it, whoever has the conversation now.',
  'performance.ownPerformance': 'Your performance',
  'performance.ownPerformanceLead':
    'What you did, step by step. Nobody but those who may read reports sees it.',
  'performance.history': 'Replies and closings over time',
  'performance.historyAbout': 'Messages written and conversations closed in each step.',
  'performance.messages': 'Messages',
  'performance.period': 'Period',
  'performance.open': 'Open',
  'performance.openOf': '{open} of {capacity}',
  'performance.firstReply': 'First reply',
  'performance.closed': 'Closed',
  'performance.won': 'Sold',
  'performance.rating': 'Rating',
  'performance.handOver': 'Hand over all',
} satisfies Area<'performance'>
