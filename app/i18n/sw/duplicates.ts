import type { duplicates as english } from '../en/duplicates.ts'

export const duplicates: Record<keyof typeof english, string> = {
  'duplicates.title': 'Wanaofanana',
  'duplicates.lead': 'Wateja wanaoonekana kuwa mtu mmoja. Hakuna kinachounganishwa mpaka useme.',
  'duplicates.empty': 'Hakuna wanaofanana',
  'duplicates.emptyLead':
    'Wateja wenye namba, barua pepe au majina yanayofanana wangeonekana hapa.',
  'duplicates.reason.phone': 'Namba moja ya simu',
  'duplicates.reason.email': 'Barua pepe moja',
  'duplicates.reason.name': 'Jina na namba zinazofanana',
  'duplicates.compare': 'Linganisha na unganisha',
  'duplicates.distinct': 'Watu wawili',
  'duplicates.mergeTitle': 'Unganisha wateja wawili',
  'duplicates.mergeLead':
    'Chagua kinachobaki. Mazungumzo, lebo, maelezo, mauzo na fursa za wote zinabaki. Unaweza kutendua kwa siku 30.',
  'duplicates.merge': 'Unganisha',
  'duplicates.mergedBoth': 'Kutoka kwa wote',
  'duplicates.nothing': 'hakuna',
  'duplicates.find': 'Unganisha na mteja mwingine',
  'duplicates.findLead': 'Tafuta mteja mwingine kwa jina, namba au barua pepe.',
  'duplicates.undo': 'Tendua muungano',
  'duplicates.undoUntil': 'Unaweza kutendua hadi {date}',
  'duplicates.mergedTitle': 'Walioungana',
  'duplicates.automatic': 'ametambuliwa kwa namba yake',
  'duplicates.eventMerged': '{name} aliunganisha mazungumzo mengine na haya',
  'duplicates.conversationTitle': 'Unganisha mazungumzo',
  'duplicates.conversationLead':
    'Ujumbe wa yote utapangwa kwa wakati wake. Unaweza kutendua kwa siku 30.',
  'duplicates.conversationMerge': 'Unganisha na yanayofuata',
  'duplicates.counts': 'Mazungumzo {conversations}, mauzo {sales}',
  'duplicates.swap': 'Baki na mwingine',
  'duplicates.headKeep': 'Anabaki',
  'duplicates.headGone': 'Anaunganishwa',
}
