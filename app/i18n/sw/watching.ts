import type { watching as english } from '../en/watching.ts'

export const watching = {
  'watching.watch': 'Tazama bila kuonekana',
  'watching.title': 'Tazama mazungumzo na {name}',
  'watching.lead':
    'Unasoma yanapotokea. Mwenzako wala mteja haambiwi, na hakuna kinachowekwa kuwa kimesomwa. Kwamba unatazama huandikwa kwenye kumbukumbu ya ukaguzi.',
  'watching.start': 'Anza kutazama',
  'watching.on': 'Unatazama. Hakuna anayeambiwa, hakuna kinachowekwa kuwa kimesomwa.',
  'watching.stepIn': 'Ingilia kati',
  'watching.stepInHelp': 'Mazungumzo yanakuwa yako, na hili linabaki katika historia yake.',
  'watching.leave': 'Acha kutazama',
  'watching.rule': 'aliingilia kati',
  'watching.answers': '{name} anajibu',
  'watching.nobody': 'Hakuna mwenyewe',
} satisfies Record<keyof typeof english, string>
