import type { consent as english } from '../en/consent.ts'

export const consent: Record<keyof typeof english, string> = {
  'consent.title': 'Ridhaa',
  'consent.lead': 'Kinachoweza kutumwa kwa mtu huyu bila mtu kukiandika.',
  'consent.none': 'Bado hajasema lolote: ujumbe wa huduma unatumwa, matangazo hayatumwi.',
  'consent.optedOut': 'Hataki ujumbe wa kiotomatiki',
  'consent.state.granted': 'Anaruhusu',
  'consent.state.withdrawn': 'Hataki',
  'consent.category.all': 'Kila kitu cha kiotomatiki',
  'consent.category.marketing': 'Matangazo',
  'consent.category.utility': 'Ujumbe wa huduma',
  'consent.category.authentication': 'Misimbo ya kuingia',
  'consent.source.message': 'ujumbe wake mwenyewe',
  'consent.source.member': 'imeandikwa na timu yako',
  'consent.source.import': 'kutoka kwenye faili',
  'consent.channel': 'Njia',
  'consent.category': 'Aina ya ujumbe',
  'consent.state': 'Anasema',
  'consent.record': 'Andika neno lake',
  'consent.recordLead': 'Yale tu ambayo mteja alikuambia mwenyewe.',
  'consent.confirmStop':
    'Hutapokea tena habari wala vikumbusho kutoka {company}. Ukituandikia hapa, bado tutakujibu. Tuma ANZA kuvipokea tena.',
  'consent.confirmStopMarketing':
    'Hutapokea tena matangazo kutoka {company}. Tuma ANZA kuyapokea tena.',
  'consent.confirmStart':
    'Utapokea tena ujumbe kutoka {company}. Tuma ACHA wakati wowote kuusitisha.',
  'consent.event.consent_withdrawn': 'Mteja hataki tena ujumbe wa kiotomatiki',
  'consent.event.consent_granted': 'Mteja anataka tena ujumbe wa kiotomatiki',
}
