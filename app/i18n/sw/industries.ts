import type { industries as english } from '../en/industries.ts'

export const industries = {
  'industries.title': 'Sekta',
  'industries.lead':
    'Wasaidizi wanaambiwa nini kuhusu kila biashara. Kampuni huongeza maagizo yao wenyewe.',
  'industries.companies': 'Kampuni',
  'industries.state': 'Maandishi',
  'industries.standard': 'Ya kawaida',
  'industries.changed': 'Yamebadilishwa',
  'industries.changedBy': 'Yamebadilishwa na {name}.',
  'industries.saved': 'Yamehifadhiwa. Yatafika kwa kampuni ndani ya dakika chache.',
  'industries.restored': 'Yamerudi kuwa ya kawaida. Yatafika kwa kampuni ndani ya dakika chache.',
  'industries.editLead': 'Yanahusu kila kampuni ya sekta hii, kuanzia jibu lake linalofuata.',
  'industries.prompt': 'Namna ya kusaidia',
  'industries.promptHelp': 'Kwa msaidizi, kwa Kiingereza.',
  'industries.limits': 'Asichopaswa kufanya kamwe',
  'industries.linesHelp': 'Kanuni moja kwa mstari.',
  'industries.closings': 'Kuelekea uamuzi',
  'industries.objections': 'Mtu anaposita',
  'industries.objectionsHelp': 'Acha sehemu zote mbili wazi ili kuliondoa.',
  'industries.said': 'Anachosema ({number})',
  'industries.answer': 'Namna ya kujibu ({number})',
  'industries.restore': 'Rudisha ya kawaida',
  'industries.restoreTitle': 'Rudisha maandishi ya kawaida ya {name}?',
  'industries.restoreLead':
    'Mabadiliko yako yatapotea; kampuni zitapata tena maandishi ya kawaida.',
  'industries.starter': 'Kampuni mpya inaanza na nini',
  'industries.starterLead': 'Hutolewa wakati wa kuandaa kampuni, na kwenye kampuni za maonyesho.',
  'industries.faqs': 'Maswali na majibu ya kwanza',
  'industries.products': 'Bidhaa za kwanza',
  'industries.questions': 'Wateja huandika nini kwanza',
} satisfies Record<keyof typeof english, string>
