import type { certificates as english } from '../en/certificates.ts'

export const certificates: Record<keyof typeof english, string> = {
  'certificates.title': 'Vyeti',
  'certificates.lead':
    'Kile ambacho mwenyeji wa jukwaa, vikoa vya kampuni na tovuti mpya zaidi za kampuni huwaonyesha wanaounganisha. Huangaliwa mara moja kwa siku, na kila saa wakati kimoja si sawa.',
  'certificates.plain':
    'Usakinishaji huu hufikiwa kwa http ya kawaida kwenye {origin}. Pale watu wanapoufikia kwa https, TLS huishia kwingine: angalia cheti huko.',
  'certificates.none': 'Hakuna cheti kilichoangaliwa bado',
  'certificates.noneLead': 'Huangaliwa mara ya kwanza ndani ya dakika kumi baada ya kuanza.',
  'certificates.look': 'Angalia sasa',
  'certificates.looking': 'Wenyeji wanaangaliwa. Fungua ukurasa huu tena baada ya muda mfupi.',
  'certificates.host': 'Mwenyeji',
  'certificates.company': 'Kampuni',
  'certificates.platform': 'Jukwaa',
  'certificates.issuer': 'Kimetolewa na',
  'certificates.until': 'Halali hadi',
  'certificates.forHost': 'Cha mwenyeji huyu',
  'certificates.yes': 'Ndiyo',
  'certificates.no': 'Hapana',
  'certificates.state': 'Hali',
  'certificates.looked': 'Kiliangaliwa',
  'certificates.more': 'Hivi ni {shown} vya kwanza kati ya {count}.',
  'certificates.state_valid': 'Halali',
  'certificates.state_ending': 'Kitaisha baada ya {days, plural, one {siku #} other {siku #}}',
  'certificates.state_expired': 'Kimeisha muda',
  'certificates.state_not_yet_valid': 'Hakijaanza kuwa halali',
  'certificates.state_wrong_host': 'Cha mwenyeji mwingine',
  'certificates.state_untrusted': 'Hakiaminiki',
  'certificates.state_unreachable': 'Hafikiki',
}
