import type {
  demoErrors as errorsEn,
  demoHistory as historyEn,
  demoMail as mailEn,
  demos as en,
} from '../en/demos.ts'

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
  'demos.meetings': 'Maonyesho yaliyopangwa',
  'demos.meetingsComing': 'Maonyesho yajayo',
  'demos.meetingPlan': 'Panga onyesho',
  'demos.meetingTitle': 'Onyesho kwa {name}',
  'demos.meetingWhen': 'Lini',
  'demos.meetingZone': 'Saa za Nairobi.',
  'demos.meetingMinutes': 'Dakika',
  'demos.meetingPlace': 'Mahali, au kiungo cha mkutano',
  'demos.meetingPeople': 'Wanaokuja',
  'demos.meetingPeopleHelp': 'Barua pepe; kila mmoja hupata faili ya kalenda, na wewe pia.',
  'demos.meetingNote': 'Ujumbe kwa wote',
  'demos.meetingSend': 'Tuma mwaliko',
  'demos.meetingMove': 'Hifadhi na uwaarifu wote',
  'demos.meetingChange': 'Badilisha',
  'demos.meetingChangeThis': 'Badilisha onyesho hili',
  'demos.meetingCancel': 'Ahirisha',
  'demos.meetingCancelTitle': 'Ahirisha onyesho hili?',
  'demos.meetingCancelLead': 'Kila mmoja hupata barua inayoliondoa kwenye kalenda.',
  'demos.meetingOff': 'limeahirishwa',
  'demos.meetingAction': 'Onyesho',
  'demos.meetingPlanned': 'Limepangwa. Mwaliko umetumwa.',
  'demos.meetingMoved': 'Limehifadhiwa. Wote wanaarifiwa.',
  'demos.meetingCancelled': 'Limeahirishwa. Wote wanaarifiwa.',
  'demos.filterCity': 'Mji',
  'demos.filterAnyCity': 'Kila mji',
  'demos.filterActivity': 'Shughuli',
  'demos.filterAnyActivity': 'Shughuli yoyote',
  'demos.activity_active': 'Ujumbe wiki hii',
  'demos.activity_quiet': 'Kimya kwa wiki',
  'demos.activity_never': 'Bado hakuna ujumbe',
  'demos.jobFill': 'Kujaza onyesho',
  'demos.jobExpire': 'Kumaliza onyesho',
} satisfies Record<keyof typeof en, string>

export const demoErrors = {
  'errors.meeting_past': 'Chagua wakati ujao.',
  'errors.meeting_over': 'Tayari limeahirishwa.',
  'errors.too_many_people': 'Watu kumi zaidi.',
  'errors.demo_not_made': 'Onyesho halikuweza kutengenezwa. Jaribu tena baada ya muda mfupi.',
  'errors.demo_too_long': 'Onyesho hubaki siku 60 zaidi.',
  'errors.is_demo': 'Onyesho halilipi chochote. Anzisha kampuni badala yake.',
} satisfies Record<keyof typeof errorsEn, string>

export const demoHistory = {
  'admin.job_demo_fill': 'Jaza onyesho',
  'admin.job_demo_expire': 'Maliza onyesho',
  'admin.did_demo_made': 'Onyesho limetengenezwa',
  'admin.did_demo_extended': 'Onyesho limeongezwa muda',
  'admin.did_demo_ended': 'Onyesho limemalizwa',
  'admin.did_demo_expired': 'Onyesho limeisha muda',
} satisfies Record<keyof typeof historyEn, string>

export const demoMail = {
  'mail.meetingSubject_planned': 'Onyesho la Baraza kwa {name}: {when}',
  'mail.meetingSubject_moved': 'Limebadilishwa: onyesho la Baraza kwa {name}, {when}',
  'mail.meetingSubject_cancelled': 'Limeahirishwa: onyesho la Baraza kwa {name}, {when}',
  'mail.meetingLead_planned':
    '{sender} anaonyesha Baraza kwa {name} tarehe {when} (saa za Nairobi).',
  'mail.meetingLead_moved':
    'Onyesho la Baraza kwa {name} na {sender} sasa ni tarehe {when} (saa za Nairobi).',
  'mail.meetingLead_cancelled':
    'Onyesho la Baraza kwa {name} na {sender} la tarehe {when} halifanyiki.',
  'mail.meetingPlace': 'Mahali: {place}',
  'mail.meetingJoin': 'Jiunge na mkutano',
  'mail.meetingFile': 'Faili iliyo na barua hii huliweka kwenye kalenda yako.',
  'mail.meetingFileGone': 'Faili iliyo na barua hii huliondoa kwenye kalenda yako.',
} satisfies Record<keyof typeof mailEn, string>
