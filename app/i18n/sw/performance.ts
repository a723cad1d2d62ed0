import type { performance as english } from '../en/performance.ts'

export const performance = {
  'performance.performance': 'Utendaji',
  'performance.performanceOf': 'Utendaji wa {name}',
  'performance.performanceLead':
    'Alichofanya {name}. Sifa hubaki kwa aliyefanya, hata mazungumzo yakiwa na mwingine sasa.',
  'performance.ownPerformance': 'Utendaji wako',
  'performance.ownPerformanceLead':
    'Ulichofanya, hatua kwa hatua. Wanaoruhusiwa kusoma ripoti pekee ndio huiona.',
  'performance.history': 'Majibu na kufunga kwa muda',
  'performance.historyAbout': 'Ujumbe ulioandikwa na mazungumzo yaliyofungwa katika kila hatua.',
  'performance.messages': 'Ujumbe',
  'performance.period': 'Kipindi',
  'performance.open': 'Yaliyo wazi',
  'performance.openOf': '{open} kati ya {capacity}',
  'performance.firstReply': 'Jibu la kwanza',
  'performance.closed': 'Yaliyofungwa',
  'performance.won': 'Mauzo',
  'performance.rating': 'Kiwango',
  'performance.handOver': 'Kabidhi yote',
} satisfies Record<keyof typeof english, string>
