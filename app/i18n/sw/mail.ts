import type { mail as en } from '../en/mail.ts'

export const mail: Record<keyof typeof en, string> = {
  'mail.greeting': 'Habari {name},',
  'mail.greetingPlain': 'Habari,',
  'mail.footer': 'Barua hii imetumwa na Baraza. Hakuna anayesoma majibu ya anwani hii.',
  'mail.ignoreUnexpected': 'Kama hukuitarajia, ipuuze; hakuna kitakachotokea.',
  'mail.invitationSubject': 'Umealikwa {company}',
  'mail.invitationLead': '{sender} anakualika ujiunge na {company} kwenye Baraza kama {role}.',
  'mail.invitationAction': 'Kubali mwaliko',
  'mail.invitationExpires': 'Kiungo kinafanya kazi mara moja, kwa siku saba.',
  'mail.resetSubject': 'Weka nenosiri jipya',
  'mail.resetLead': 'Mtu ameomba nenosiri jipya la akaunti yako katika {company}.',
  'mail.resetAction': 'Chagua nenosiri jipya',
  'mail.resetExpires': 'Kiungo kinafanya kazi mara moja, kwa dakika {minutes}.',
  'mail.resetIgnore': 'Kama si wewe, puuza barua hii; nenosiri lako linabaki lilivyo.',
  'mail.verifySubject': 'Thibitisha barua pepe yako ya Baraza',
  'mail.verifyLead':
    'Kampuni {company} imeundwa kwenye Baraza kwa anwani hii ya barua pepe. Thibitisha kwamba ni yako; hadi hapo hakuna kinachotumwa kwa yeyote.',
  'mail.verifyAction': 'Thibitisha anwani hii',
  'mail.verifyIgnore':
    'Kama hukuiunda, puuza barua hii: bila uthibitisho wako kampuni haiwezi kutuma chochote.',
  'mail.notificationSubject': '{what} · {company}',
  'mail.notificationAction': 'Ifungue',
  'mail.notificationWhy':
    'Unapokea barua hii kwa sababu uliiomba na hukuwepo. Kupunguza au kuacha: {link}',
  'mail.digestSubject':
    '{count, plural, one {Arifa # ya kusoma} other {Arifa # za kusoma}} · {company}',
  'mail.digestLead':
    '{count, plural, one {Arifa # inakusubiri} other {Arifa # zinakusubiri}} kwenye {company}. Za karibuni:',
  'mail.digestAction': 'Zisome zote',
  'mail.digestWhy': 'Uliomba muhtasari huu. Kuuacha au kubadilisha mara unapokuja: {link}',
  'mail.prospectSubject': 'Wakati umefika: {name}',
  'mail.prospectLead': 'Ulitaka kukumbushwa kuhusu {name}.',
  'mail.prospectAction': 'Fungua mtarajiwa',
  'mail.findSubject': 'Mahali pa kuingia',
  'mail.findLead': 'Hizi ndizo kampuni kwenye Baraza zinazoijua anwani hii ya barua pepe:',
  'mail.findIgnore': 'Kama hukuomba orodha hii, unaweza kuipuuza.',
}
