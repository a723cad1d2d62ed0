import type { reports as en } from '../en/reports.ts'

export const reports: Record<keyof typeof en, string> = {
  'reports.title': 'Ripoti',
  'reports.lead': 'Kila takwimu inaongoza kwenye safu inazohesabu.',
  'reports.tabs': 'Ripoti',
  'reports.overview': 'Muhtasari',
  'reports.hours': 'Saa za kilele',
  'reports.funnel': 'Mkondo wa mauzo',
  'reports.times': 'Muda wa kujibu',
  'reports.team': 'Timu',
  'reports.channels': 'Njia',
  'reports.products': 'Bidhaa',
  'reports.assistant': 'Msaidizi',
  'reports.topics': 'Mada',
}
