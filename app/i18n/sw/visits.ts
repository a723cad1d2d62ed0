import type { visitErrors as englishErrors, visits as english } from '../en/visits.ts'

export const visits: Record<keyof typeof english, string> = {
  'visits.lead': 'Kumi za mwisho. Kilichofunguliwa kimo kwenye historia ya kampuni.',
  'visits.end': 'Maliza ziara',
  'visits.end_user': 'Aliondoka',
  'visits.end_company': 'Kampuni iliimaliza',
  'visits.end_platform': 'Jukwaa liliimaliza',
  'visits.end_time': 'Muda uliisha',
  'visits.noteEnded': 'Ziara imekwisha. Wamiliki wa kampuni wanaambiwa.',
  'visits.overByCompany': 'Mtu wa kampuni aliimaliza.',
  'visits.overByPlatform':
    'Jukwaa liliimaliza, au huruhusiwi tena kuangalia kampuni hii. Wamiliki wa kampuni wameambiwa.',
}

export const visitErrors: Record<keyof typeof englishErrors, string> = {
  'errors.visit_over': 'Ziara hiyo ilikuwa imekwisha tayari.',
}
