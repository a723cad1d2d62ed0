import type { tools as english } from '../en/tools.ts'

export const tools: Record<keyof typeof english, string> = {
  'tools.title': 'Msaidizi anaruhusiwa nini',
  'tools.lead':
    'Akiandika jibu, msaidizi anaweza kutafuta mambo na kufanyiwa mambo. Anamfikia tu mteja anayemwandikia, na kila alichofanya kinaonekana chini ya jibu lake.',
  'tools.name.search_knowledge': 'Tafuta tena kwenye maarifa',
  'tools.help.search_knowledge': 'Kwa maneno mengine kuliko ya mteja, pale kisipopatikana kitu.',
  'tools.name.look_up_product': 'Tafuta bidhaa',
  'tools.help.look_up_product': 'Bei na akiba jinsi zilivyo wakati huo.',
  'tools.name.look_up_purchases': 'Tafuta mteja alinunua nini',
  'tools.help.look_up_purchases':
    'Mauzo ya mteja huyu mwenyewe na oda alizotuma kwenye gumzo, si ya mtu mwingine kamwe.',
  'tools.name.capture_lead_field': 'Andika mteja anataka nini',
  'tools.help.capture_lead_field':
    'Kwenye fursa yake iliyo wazi, kama pendekezo ambalo timu yako inaweza kusahihisha.',
  'tools.name.tag_conversation': 'Weka lebo kwenye mazungumzo',
  'tools.help.tag_conversation': 'Kwa lebo ulizonazo. Hatengenezi mpya.',
  'tools.name.create_follow_up': 'Ahidi ufuatiliaji',
  'tools.help.create_follow_up': 'Kikumbusho kwa aliye na mazungumzo, ndani ya siku 90 zijazo.',
  'tools.name.negotiate': 'Jadiliana bei',
  'tools.help.negotiate': 'Kwa bidhaa ulizoziwekea mipaka tu, na kamwe si chini yake.',
  'tools.name.hand_over': 'Ita mtu',
  'tools.help.hand_over': 'Mteja akiomba mtu humpata daima, hata hili likiwa limezimwa.',
  'tools.nav': 'Zana za msaidizi',
  'tools.dailyMax': 'Mara ngapi kwa siku, zaidi kabisa, katika mazungumzo moja',
  'tools.called': 'Alichotafuta na kufanya ({count})',
  'tools.outcome.done': 'Kimefanyika',
  'tools.outcome.refused': 'Kimekataliwa',
  'tools.outcome.failed': 'Kimeshindikana',
  'tools.outcome.repeated': 'Kilifanyika awali',
  'tools.outcome.not_done': 'Kimejaribiwa tu',
  'tools.unknown': 'Zana isiyojulikana “{name}”',
}
