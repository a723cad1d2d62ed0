import type { channels as en } from '../en/channels.ts'

export const channels: Record<keyof typeof en, string> = {
  'channels.failure.credentials':
    'kituo hakikubali tena vitambulisho vyetu. Kiunganishe upya chini ya Vituo',
  'channels.failure.permission': 'tokeni ya ufikiaji hairuhusiwi kufanya hivi',
  'channels.failure.rate': 'kituo kinazuia kasi ya kutuma ya namba hii',
  'channels.failure.pair': 'ujumbe mwingi mno kwa mtu huyo huyo kwa muda mfupi',
  'channels.failure.spam': 'namba hii imesimamishwa kwa sababu wateja waliripoti ujumbe wake',
  'channels.failure.cap': 'umezuiwa ili kumlinda mteja dhidi ya ujumbe mwingi mno',
  'channels.failure.policy': 'akaunti imefungiwa kwa kuvunja sera za kituo',
  'channels.failure.locked': 'akaunti imefungwa',
  'channels.failure.country': 'akaunti hairuhusiwi kuwaandikia wateja wa nchi hii',
  'channels.failure.window': 'zaidi ya saa 24 zimepita tangu mteja aandike. Tumia kiolezo',
  'channels.failure.undeliverable':
    'hauwezi kufikishwa: hakuna akaunti hapo, programu ya zamani, au tumezuiwa',
  'channels.failure.self': 'mtumaji na mpokeaji ni namba moja',
  'channels.failure.unsupported': 'kituo hakikubali aina hii ya ujumbe',
  'channels.failure.file': 'kituo hakikukubali faili',
  'channels.failure.invalid': 'kituo hakikukubali ujumbe ulivyoandikwa',
  'channels.failure.template': 'kiolezo hakipo katika lugha hii, au thamani zake hazilingani',
  'channels.failure.templatePaused': 'kituo kimesimamisha au kimezima kiolezo hiki',
  'channels.failure.passing': 'kituo kina tatizo la muda',
  'channels.failure.unreachable': 'kituo hakikufikika',
  'channels.failure.superseded': 'mambo yalibadilika kabla haujatumwa',
  'channels.failure.noAddress': 'mtu huyu hana anwani kwenye kituo hiki',
  'channels.failure.removed': 'kituo kiliondolewa',
}
