import type { Area } from '../translate.ts'

/** What the history says was done by visits for support and by what counts for all companies. */
export const controlHistory = {
  'admin.did_flag_changed': 'Flag changed',
  'admin.did_setting_signUp': 'Sign-up opened or closed',
  'admin.did_setting_deletionGraceDays': 'Days before erasing changed',
  'admin.did_setting_supportEmail': 'Support e-mail changed',
  'admin.did_setting_supportPhone': 'Support phone changed',
  'admin.did_setting_supportMinutesMax': 'Longest support session changed',
  'admin.did_announcement_added': 'Announcement made',
  'admin.did_announcement_changed': 'Announcement changed',
  'admin.did_announcement_ended': 'Announcement ended',
  'admin.did_support_begun': 'Support session prepared',
  'admin.did_support_ended': 'Support session ended',
  'admin.did_support_viewed': 'Page opened for support',
  'admin.did_support_changed': 'Changed for support',
  'admin.did_support_refused': 'Refused to support',
} satisfies Area<'admin'>
