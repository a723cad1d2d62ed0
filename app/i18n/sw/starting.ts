import type { starting as english } from '../en/starting.ts'

export const starting: Record<keyof typeof english, string> = {
  'starting.title': 'Mazungumzo mapya',
  'starting.titleTo': 'Mwandikie {name}',
  'starting.new': 'Mazungumzo mapya',
  'starting.message': 'Ujumbe',
  'starting.toContact': 'Tuma ujumbe',
  'starting.somebodyElse': 'Mtu mwingine',
  'starting.search': 'Jina, namba ya simu au barua pepe',
  'starting.latest': 'Wateja wa hivi karibuni',
  'starting.newNumber': 'Hakuna aliyewahi kuandikia namba hii.',
  'starting.writeTo': 'Iandikie',
  'starting.nobody': 'Unataka kumwandikia nani?',
  'starting.nobodyLead': 'Andika namba ya simu pamoja na msimbo wa nchi, mfano +254 712 345 678.',
  'starting.notFound': 'Hakuna aliyepatikana',
  'starting.notFoundLead': 'Kumwandikia mtu mpya, andika namba nzima pamoja na msimbo wa nchi.',
  'starting.notFoundMail':
    'Hakuna njia inayofika kwenye barua pepe bado. Andika namba yake ya simu.',
  'starting.isBlocked': 'Amezuiwa',
  'starting.blocked': '{name} amezuiwa, hivyo hakuna kinachoweza kutumwa. Mfungulie kwanza.',
  'starting.ways': 'Tuma kutoka',
  'starting.noWay': 'Hakuna njia yako inayomfikia mtu huyu.',
  'starting.noChannel': 'Hakuna njia iliyounganishwa.',
  'starting.free': 'Andika kwa uhuru.',
  'starting.freeUntil': 'Andika kwa uhuru hadi {time}.',
  'starting.templateOnly':
    'WhatsApp inakubali kwanza kiolezo kilichoidhinishwa; akijibu utaandika kwa uhuru.',
  'starting.goesTo': 'Inaenda kwa {phone}',
  'starting.goesOn': 'Kuna mazungumzo wazi hapa na yataendelea.',
  'starting.event.opened': '{name} alianzisha mazungumzo',
}
