import type { ai as en } from '../en/ai.ts'

export const ai: Record<keyof typeof en, string> = {
  'ai.greeting': 'Habari! Hapa ni {company}. Tukusaidie nini?',
  'ai.welcome': 'Karibu sana!',
  'ai.goodbye': 'Asante, na kwaheri!',
  'ai.factAddress': 'Tunapatikana hapa: {address}',
  'ai.factPhone': 'Unaweza kutupigia kwa {phone}.',
  'ai.factEmail': 'Unaweza kutuandikia kwa {email}.',
  'ai.factHours': 'Saa zetu za kazi:',
  'ai.productPrice': 'Bei ya {name} ni {price}.',
  'ai.productStock': 'Zimebaki {count} dukani.',
  'ai.productOut': 'Kwa sasa imeisha.',
  'ai.handOverAsked': 'Sawa. Mwenzangu atakuandikia hapa haraka iwezekanavyo.',
  'ai.handOverAngry':
    'Samahani sana kwa hili. Nimemwomba mwenzangu aliangalie; atakuandikia hapa haraka iwezekanavyo.',
  'ai.handOverMisunderstood':
    'Samahani sikukuelewa. Mwenzangu atakuandikia hapa haraka iwezekanavyo.',
  'ai.handOverVip': 'Asante kwa kuandika. Mwenzangu atakujibu hapa yeye mwenyewe.',
  'ai.cameBack':
    'Samahani: hakuna mwenzangu aliyeweza kukuandikia bado. Wanajua kwamba unasubiri. Wakati huo mimi, msaidizi, niko tayari kukusaidia kwa jambo lingine lolote.',
  'ai.handOverUnsure':
    'Sina jibu la uhakika kwa hilo. Mwenzangu atakuandikia hapa haraka iwezekanavyo.',
  'ai.handOverPerson': 'Mwenzangu anaweza kukusaidia vizuri zaidi na atakuandikia hapa.',
  'ai.handOverVoice':
    'Asante kwa ujumbe wa sauti. Siwezi kuusikiliza, kwa hiyo mwenzangu atakujibu hapa.',
  'ai.handOverWordless':
    'Asante. Siwezi kuona ulichotuma, kwa hiyo mwenzangu atakiangalia na kukujibu hapa.',
  'ai.handOverOrder': 'Asante kwa oda yako. Mwenzangu ataiangalia na kuithibitisha hapa.',
  'ai.reason.customer_asked': 'Mteja aliomba kuongea na mtu',
  'ai.reason.angry': 'Mteja amekasirika',
  'ai.reason.misunderstood': 'Mteja hakueleweka tena',
  'ai.reason.vip': 'Mteja ana lebo ya VIP',
  'ai.reason.low_confidence': 'Msaidizi hakuwa na uhakika wa kutosha',
  'ai.reason.assistant_asked': 'Msaidizi aliomba mtu',
  'ai.reason.unsourced_claim': 'Msaidizi alitaja jambo ambalo haliko kwenye chanzo chochote',
  'ai.reason.voice_message': 'Ujumbe wa sauti, ambao msaidizi hawezi kuusikia',
  'ai.reason.wordless_message': 'Ujumbe usio na maneno',
  'ai.reason.unsupported_message': 'Aina ya ujumbe isiyoweza kuonyeshwa',
  'ai.reason.order': 'Mteja ametuma oda',
  'ai.reason.budget_used_up': 'Bajeti ya msaidizi ya mwezi huu imeisha',
  'ai.reason.plan_used_up': 'Majibu ya mpango wa mwezi huu yamekwisha',
  'ai.reason.no_answer': 'Msaidizi hakuweza kujibu',
  'ai.scoreTurnedGreen': 'Alama ya mteja imekuwa ya kijani ({score})',
  'ai.writer.model': 'Imeandikwa na {model}',
  'ai.writer.builtin': 'Imeandikwa na msaidizi wa ndani',
}
