import type { support as english } from '../en/support.ts'

export const support = {
  'support.open': 'Angalia kwa msaada…',
  'support.enterTitle': 'Angalia {name} kwa msaada',
  'support.enterLead':
    'Unaona kurasa za kampuni kama mmiliki wake, bila funguo na mipangilio binafsi. Unaweza kusoma tu, isipokuwa kampuni imeruhusu msaada kubadilisha mambo. Kila ukurasa unaofungua unaandikwa katika kumbukumbu zote mbili za ukaguzi, na wamiliki wanaambiwa mara moja.',
  'support.enterClosed': 'Kampuni imefungwa, kwa hiyo hakuna kurasa za kuangalia.',
  'support.enter': 'Anza kipindi',
  'support.reason': 'Sababu',
  'support.reasonHelp': 'Kampuni inasoma hii.',
  'support.howLong': 'Kwa muda gani',
  'support.minutes': 'Dakika {minutes}',
  'support.doorReady':
    'Unapelekwa kwenye kurasa za kampuni. Hii inafanya kazi mara moja, ndani ya dakika moja.',
  'support.doorTitle': 'Kipindi cha msaada',
  'support.doorLead': 'Kipindi kinaanza sasa.',
  'support.overTitle': 'Kipindi cha msaada kimekwisha',
  'support.overLead':
    'Muda wake umekwisha, mtu amekikomesha, au tiketi ilitumika kabla. Kipya kinaanza kwenye ukurasa wa kampuni.',
  'support.back': 'Rudi kwenye ukurasa wa kampuni',

  'support.banner': 'Kipindi cha msaada',
  'support.bannerWho': '{name} yuko hapa kwa msaada: “{reason}”.',
  'support.bannerReads': 'Kusoma tu.',
  'support.bannerChanges': 'Kampuni imeruhusu mabadiliko.',
  'support.bannerLeft':
    '{minutes, plural, =0 {Kinaisha sasa.} one {Imebaki dakika 1, hadi {time}.} other {Zimebaki dakika #, hadi {time}.}}',
  'support.endSession': 'Komesha kipindi',
  'support.refusedTitle': 'Si katika kipindi cha msaada',
  'support.refusedLead':
    'Msaada unaweza kuangalia, lakini hauwezi kufanya hili hapa. Hakuna kilichobadilishwa. Kampuni inaweza kulifanya yenyewe, au kuruhusu msaada kubadilisha mipangilio na maarifa; wanachama, malipo, funguo, utoaji wa data na ufutaji hubaki vyake.',

  'support.settings': 'Ruhusa ya msaada',
  'support.settingsTitle': 'Msaada unaweza kufanya nini',
  'support.settingsLead':
    'Watu wa msaada wa Baraza wanaweza kuangalia kurasa zenu mnapohitaji msaada. Wanatoa sababu, wanakaa saa moja tu, na mnaona walichofungua.',
  'support.mayChange': 'Msaada unaweza kubadilisha mipangilio na maarifa',
  'support.mayChangeHelp':
    'Imezimwa: msaada unasoma tu. Wanachama, majukumu, malipo, funguo, utoaji wa data, ufutaji na ujumbe kwa wateja haviko mikononi mwao kamwe.',
  'support.visits': 'Vipindi vya msaada',
  'support.visitsLead': 'Kila mtu wa Baraza aliyeangalia hapa.',
  'support.searchVisits': 'Tafuta kwa jina au sababu',
  'support.noVisits': 'Msaada haujawahi kuwa hapa',
  'support.noVisitsLead': 'Mtu akiangalia, mnaambiwa kwa barua pepe na mnaona hapa.',
  'support.noneFound': 'Hakuna kipindi kinachofaa',
  'support.noneFoundLead': 'Tafuta neno lingine.',
  'support.who': 'Nani',
  'support.why': 'Sababu',
  'support.began': 'Kilianza',
  'support.ended': 'Kiliisha',
  'support.endsAt': 'Kinaisha si baada ya',
  'support.state': 'Hali',
  'support.isHere': 'Yuko hapa sasa',
  'support.end_user': 'Ameondoka',
  'support.end_company': 'Mlikikomesha',
  'support.end_platform': 'Kilikomeshwa na Baraza',
  'support.end_time': 'Kimekwisha',
  'support.visit': 'Kipindi cha msaada',
  'support.visitBy': 'Kipindi cha {name}',
  'support.allVisits': 'Vipindi vyote vya msaada',
  'support.showOut': 'Komesha kipindi hiki sasa',
  'support.seen': 'Kilichoangaliwa',
  'support.seenLead': 'Anwani za kurasa kwa mpangilio wake, pamoja na nyakati.',
  'support.seenNothing': 'Hakuna ukurasa uliofunguliwa.',
  'support.did_viewed': 'Alifungua',
  'support.did_changed': 'Alibadilisha',
  'support.did_refused': 'Alikataliwa',
} satisfies Record<keyof typeof english, string>
