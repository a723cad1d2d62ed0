import type {
  negotiation as english,
  negotiationAudit as englishAudit,
  negotiationErrors as englishErrors,
} from '../en/negotiation.ts'

export const negotiation: Record<keyof typeof english, string> = {
  'negotiation.title': 'Kujadiliana bei ya {name}',
  'negotiation.heading': 'Kujadiliana bei',
  'negotiation.lead':
    'Mteja akiomba bei ya chini, msaidizi anaweza kushuka hatua kwa hatua, na kamwe si chini ya bei ya mwisho. Wateja wala modeli hawaambiwi mipaka hii.',
  'negotiation.fixed': 'Bei haibadiliki.',
  'negotiation.allowed': 'Msaidizi anaweza kujadiliana.',
  'negotiation.set': 'Weka mipaka',
  'negotiation.isOn': 'Msaidizi anaweza kujadiliana bei ya bidhaa hii',
  'negotiation.list': 'Bei iliyoorodheshwa: {price}',
  'negotiation.floor': 'Bei ya chini kabisa kwa kipande kimoja',
  'negotiation.step': 'Hushuka kwa',
  'negotiation.stepHelp': 'Kwa kila ofa.',
  'negotiation.rounds': 'Ofa katika mazungumzo moja',
  'negotiation.personBelow': 'Mtu huamua chini ya',
  'negotiation.personBelowHelp':
    'Mazungumzo hukabidhiwa kabla ya bei ya chini zaidi kutolewa. Tupu: msaidizi hushuka hadi bei ya chini kabisa.',
  'negotiation.bulkFrom': 'Vipande vya kununua',
  'negotiation.bulkFloor': 'Bei ya chini kabisa ya kila kimoja hapo',
  'negotiation.bulk': 'Nipe nikupe',
  'negotiation.bulkLead': 'Anayenunua vipande zaidi ana bei yake ya chini kabisa.',
  'negotiation.offers': 'Ofa zilizotolewa',
  'negotiation.offersEmpty': 'Bado hakuna ofa',
  'negotiation.offersEmptyLead': 'Msaidizi anachotoa kwa bidhaa hii huorodheshwa hapa.',
  'negotiation.at': 'Lini',
  'negotiation.quantity': 'Vipande',
  'negotiation.bid': 'Bei ya mteja',
  'negotiation.offered': 'Ofa yetu',
  'negotiation.outcome': 'Matokeo',
  'negotiation.outcome_countered': 'Imetolewa',
  'negotiation.outcome_accepted': 'Mmekubaliana',
  'negotiation.outcome_last': 'Ofa ya mwisho',
  'negotiation.outcome_person': 'Mtu anaamua',
}

export const negotiationErrors: Record<keyof typeof englishErrors, string> = {
  'errors.floor_above_price': 'Isiwe juu ya bei iliyoorodheshwa.',
  'errors.bulk_floor_above_floor': 'Isiwe juu ya bei ya chini kabisa ya kipande kimoja.',
  'errors.person_below_floor': 'Isiwe chini ya bei ya chini kabisa.',
}

export const negotiationAudit: Record<keyof typeof englishAudit, string> = {
  'audit.noun_product': 'Bidhaa',
  'audit.verb_bargaining_changed': 'mipaka ya kujadiliana bei imebadilishwa',
  'audit.verb_bargaining_ended': 'bei imefungwa',
}
