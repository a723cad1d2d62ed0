import type { controlHistory as english } from '../en/control-history.ts'

export const controlHistory = {
  'admin.did_flag_changed': 'Kipengele kimebadilishwa',
  'admin.did_setting_signUp': 'Kujiunga kumefunguliwa au kufungwa',
  'admin.did_setting_deletionGraceDays': 'Siku kabla ya kufuta zimebadilishwa',
  'admin.did_setting_supportEmail': 'Barua pepe ya msaada imebadilishwa',
  'admin.did_setting_supportPhone': 'Simu ya msaada imebadilishwa',
  'admin.did_setting_supportMinutesMax': 'Kipindi kirefu zaidi cha msaada kimebadilishwa',
  'admin.did_announcement_added': 'Tangazo limetolewa',
  'admin.did_announcement_changed': 'Tangazo limebadilishwa',
  'admin.did_announcement_ended': 'Tangazo limekomeshwa',
  'admin.did_support_begun': 'Ziara ya msaada imeandaliwa',
  'admin.did_support_ended': 'Ziara ya msaada imekwisha',
  'admin.did_support_viewed': 'Ukurasa umefunguliwa kwa msaada',
  'admin.did_support_changed': 'Badiliko la msaada',
  'admin.did_support_refused': 'Msaada umekataliwa',
} satisfies Record<keyof typeof english, string>
