import type { Area } from '../translate.ts'

export const certificates = {
  'certificates.title': 'Certificates',
  'certificates.lead':
    'What the platform’s own host, companies’ own domains and the newest portals show to those who connect. Looked at once a day, and every hour while one is not right.',
  'certificates.plain':
    'This installation is reached by plain http at {origin}. Where people reach it by https, TLS is ended elsewhere: look at the certificate there.',
  'certificates.none': 'No certificate has been looked at yet',
  'certificates.noneLead': 'The first look comes within ten minutes of the start.',
  'certificates.look': 'Look now',
  'certificates.looking': 'The hosts are being looked at. Open this page again in a moment.',
  'certificates.host': 'Host',
  'certificates.company': 'Company',
  'certificates.platform': 'Platform',
  'certificates.issuer': 'Issued by',
  'certificates.until': 'Valid until',
  'certificates.forHost': 'Made for this host',
  'certificates.yes': 'Yes',
  'certificates.no': 'No',
  'certificates.state': 'State',
  'certificates.looked': 'Looked at',
  'certificates.more': 'These are the first {shown} of {count}.',
  'certificates.state_valid': 'Valid',
  'certificates.state_ending': 'Runs out in {days, plural, one {# day} other {# days}}',
  'certificates.state_expired': 'Run out',
  'certificates.state_not_yet_valid': 'Not valid yet',
  'certificates.state_wrong_host': 'For another host',
  'certificates.state_untrusted': 'Not trusted',
  'certificates.state_unreachable': 'Not reached',
} satisfies Area<'certificates'>
