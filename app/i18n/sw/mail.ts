import type { mail as en } from '../en/mail.ts'

export const mail: Record<keyof typeof en, string> = {
  'mail.greeting': 'Habari {name},',
  'mail.greetingPlain': 'Habari,',
  'mail.billingAction': 'Fungua mpango na malipo',
  'mail.billingWhy': 'Unapata hii kwa sababu unamiliki {company} kwenye Baraza.',
  'mail.billing_trial_endingSubject': 'Majaribio ya {company} yanaisha {day}',
  'mail.billing_trial_endingLead':
    'Siku za bure za {company} zinaisha {day}. Ankara ya kwanza ya {amount} inapaswa kulipwa siku hiyo. Ilipe, chagua mpango mwingine au sitisha: yote yako kwenye ukurasa mmoja.',
  'mail.billing_invoice_issuedSubject': 'Ankara {number} ya {company}',
  'mail.billing_invoice_issuedLead':
    'Ankara {number} ya {amount} inapaswa kulipwa kufikia {day}. Unaweza kuilipa kwa M-Pesa kwa dakika moja.',
  'mail.billing_payment_failedSubject': 'Malipo ya {company} hayakufanikiwa',
  'mail.billing_payment_failedLead':
    'Malipo ya {amount} ya {number} hayakufanikiwa. Hakuna kilichotolewa. Unaweza kujaribu tena.',
  'mail.billing_overdueSubject': '{company}: {amount} haijalipwa',
  'mail.billing_overdueLead':
    '{amount} haijalipwa. Kisipolipwa chochote kufikia {day}, kurasa za {company} zitafungwa; ujumbe unaoingia bado unahifadhiwa.',
  'mail.billing_suspendedSubject': 'Kurasa za {company} zimefungwa',
  'mail.billing_suspendedLead':
    'Ankara haijalipwa, kwa hiyo kurasa za {company} zimefungwa. Ujumbe unaoingia unahifadhiwa. Mara {amount} ikilipwa zitafunguka tena; bila malipo usajili utaisha {day}.',
  'mail.billing_reactivatedSubject': '{company} imefunguliwa tena',
  'mail.billing_reactivatedLead':
    'Malipo yamefika na kurasa za {company} zimefunguliwa tena. Kilichoingia wakati huo kinashughulikiwa.',
  'mail.billing_credit_noteSubject': 'Hati ya mkopo {number} ya {company}',
  'mail.billing_credit_noteLead':
    '{amount} ya ankara {about} imerudishwa. Hati ya mkopo {number} inaeleza sababu; ulichokuwa umelipa sasa ni salio lako.',
  'mail.billing_refundedSubject': '{amount} imerudishwa kwa {company}',
  'mail.billing_refundedLead':
    'Tumerudisha {amount}. Kumbukumbu: {number}. Kadi inaweza kuchukua siku kadhaa kuionyesha.',
  'mail.billing_payment_receivedSubject': 'Tumepokea {amount} kutoka {company}',
  'mail.billing_payment_receivedLead':
    'Asante: {amount} imefika. Risiti: {number}. Ankara iko kwenye ukurasa wako wa malipo.',
  'mail.billing_usage_nearSubject': '{company} inakaribia kumaliza mpango wake',
  'mail.billing_usage_nearLead': '{what} kwa {company}: {used} kati ya {limit} zimetumika.',
  'mail.billing_usage_fullSubject': '{company} imemaliza mpango wake',
  'mail.billing_usage_fullLead':
    '{what} kwa {company}: zote {limit} zimetumika. Ujumbe unaoingia bado unahifadhiwa. Mpango mkubwa zaidi unaanza mara moja.',
  'mail.supportSubject': 'Msaada wa Baraza unaangalia {company}',
  'mail.supportLead': '{visitor} wa msaada wa Baraza amefungua sasa hivi kurasa za {company}.',
  'mail.supportReason': 'Sababu: {reason}',
  'mail.supportAction': 'Ona kinachoangaliwa, au kikomeshe',
  'mail.supportWhy':
    'Unapata barua hii kwa sababu wewe ni mmiliki wa {company} katika Baraza. Kila ukurasa ambao msaada unafungua unaandikwa katika kumbukumbu yenu ya ukaguzi.',
  'mail.alertSubject_opened': 'Tahadhari: {what}',
  'mail.alertSubject_again': 'Bado ipo: {what}',
  'mail.alertSubject_resolved': 'Imeisha: {what}',
  'mail.alertLead_opened': '{what}.',
  'mail.alertLead_again': 'Inaendelea: {what}.',
  'mail.alertLead_resolved': 'Imeisha: {what}.',
  'mail.alertAction': 'Ifungue',
  'mail.alertWhy':
    'Unapata barua hii kwa sababu kanuni ya tahadhari ya jukwaa inataja jukumu lako.',
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
  'mail.setupSubject_planned': 'Kuandaa Baraza kwa {name}: {when}',
  'mail.setupSubject_moved': 'Imebadilishwa: kuandaa Baraza kwa {name}, {when}',
  'mail.setupSubject_cancelled': 'Imeahirishwa: kuandaa Baraza kwa {name}, {when}',
  'mail.setupSubject_reminder': 'Kesho: kuandaa Baraza kwa {name}, {when}',
  'mail.setupLead_planned':
    '{sender} na {name} wanaandaa Baraza pamoja tarehe {when} (saa za {zone}).',
  'mail.setupLead_moved':
    'Kuandaa Baraza kwa {name} na {sender} sasa ni tarehe {when} (saa za {zone}).',
  'mail.setupLead_cancelled': 'Kuandaa Baraza kwa {name} na {sender} tarehe {when} hakufanyiki.',
  'mail.setupLead_reminder':
    'Kumbusho: {sender} na {name} wanaandaa Baraza pamoja tarehe {when} (saa za {zone}).',
  'mail.setupBring': 'Vya kuwa navyo karibu: nembo, saa za kazi, bei, na anwani za wenzako.',
}
