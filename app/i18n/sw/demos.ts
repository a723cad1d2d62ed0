import type { demoErrors as errorsEn, demoHistory as historyEn, demos as en } from '../en/demos.ts'

export const demos = {
  'demos.title': 'Onyesho',
  'demos.lead':
    'Kampuni ya biashara hii yenye wateja, mazungumzo na bidhaa za kubuni, kwa siku 14.',
  'demos.make': 'Tengeneza onyesho',
  'demos.made': 'Onyesho linatengenezwa.',
  'demos.making': 'Onyesho linajazwa',
  'demos.refresh': 'Angalia limefika wapi',
  'demos.failed': 'Onyesho halikuweza kujazwa.',
  'demos.again': 'Jaribu tena',
  'demos.open': 'Fungua onyesho',
  'demos.link': 'Kiungo cha mteja',
  'demos.until': 'Lipo hadi',
  'demos.extend': 'Siku 14 zaidi',
  'demos.extended': 'Onyesho litabaki muda zaidi.',
  'demos.end': 'Limalize',
  'demos.endTitle': 'Maliza onyesho la {name}?',
  'demos.endLead': 'Lote linafutwa sasa, pamoja na yaliyobadilishwa ndani yake.',
  'demos.ended': 'Onyesho limeisha na linafutwa.',
  'demos.convert': 'Lifanye kampuni',
  'demos.convertLead':
    'Watu na mazungumzo yake yalikuwa ya kubuni na hayaendi nayo. Unachochagua kinaenda.',
  'demos.convertBegin': 'Iandae',
  'demos.keep_catalogue': 'Bidhaa',
  'demos.keep_faqs': 'Maswali na majibu',
  'demos.keep_look': 'Rangi na nembo',
  'demos.carries': 'Kutoka kwenye onyesho: {parts}.',
  'demos.banner':
    'Hili ni onyesho: wateja na mazungumzo ni ya kubuni, na hakuna kinachotoka nje. Lipo hadi',
  'demos.doorTitle': 'Jaribu Baraza',
  'demos.doorLead':
    'Kampuni yenye wateja wa kubuni ya kutazama, hadi {day}. Unachofanya hakimfikii mtu yeyote.',
  'demos.doorOpen': 'Tazama',
  'demos.jobFill': 'Kujaza onyesho',
  'demos.jobExpire': 'Kumaliza onyesho',
} satisfies Record<keyof typeof en, string>

export const demoErrors = {
  'errors.demo_not_made': 'Onyesho halikuweza kutengenezwa. Jaribu tena baada ya muda mfupi.',
  'errors.demo_too_long': 'Onyesho hubaki siku 60 zaidi.',
  'errors.is_demo': 'Onyesho halilipi chochote. Anzisha kampuni badala yake.',
} satisfies Record<keyof typeof errorsEn, string>

export const demoHistory = {
  'admin.did_demo_made': 'Onyesho limetengenezwa',
  'admin.did_demo_extended': 'Onyesho limeongezwa muda',
  'admin.did_demo_ended': 'Onyesho limemalizwa',
  'admin.did_demo_expired': 'Onyesho limeisha muda',
} satisfies Record<keyof typeof historyEn, string>
