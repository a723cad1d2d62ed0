import type { privacy as english } from '../en/privacy.ts'

export const privacy: Record<keyof typeof english, string> = {
  'privacy.menu': 'Data yake',
  'privacy.export': 'Hamisha yote kumhusu',
  'privacy.erase': 'Futa mtu huyu',
  'privacy.eraseTitle': 'Futa mtu huyu',
  'privacy.eraseLead': 'Kwa mteja anayeomba kusahaulika. Haiwezi kutenduliwa.',
  'privacy.goes': 'Kinachofutwa',
  'privacy.goesPerson': 'Jina, namba, barua pepe, lebo, sehemu zako na ridhaa',
  'privacy.goesTexts': 'Maandishi ya ujumbe {messages} na faili {files}',
  'privacy.goesNotes': 'Maelezo {notes}, rasimu, vikumbusho na alichoandika msaidizi',
  'privacy.goesRaw': 'Kilicholetwa na njia, na kila alama kwenye utafutaji',
  'privacy.stays': 'Kinachopaswa kubaki',
  'privacy.staysConversations':
    'Kwamba kulikuwa na mazungumzo {count}, lini na yaliishaje, kwa takwimu zako',
  'privacy.staysSales': 'Kiasi cha mauzo {count}, kwa sababu hesabu lazima zikamilike',
  'privacy.staysAudit': 'Kwamba mtu huyu alifutwa na nani, kwa namba badala ya jina',
  'privacy.typeName': 'Andika “{name}” kuthibitisha',
  'privacy.eraseConfirm': 'Futa kabisa',
  'privacy.retention': 'Muda wa kuhifadhi',
  'privacy.retentionLead':
    'Vitu vinahifadhiwa kwa muda gani. Kilichopita muda wake kinaondoka mara moja kwa siku na hakirudi.',
  'privacy.keep.messages': 'Maandishi na faili za ujumbe',
  'privacy.keepHelp.messages': 'Takwimu zinabaki; kinachoondoka ni kilichosemwa tu.',
  'privacy.keep.contacts': 'Watu wasioandika tena',
  'privacy.keepHelp.contacts':
    'Wanafutwa baada ya muda huu tangu ujumbe wa mwisho, isipokuwa mazungumzo yako wazi.',
  'privacy.keepForever': 'Milele',
  'privacy.keepDays': 'Siku {count}',
}
