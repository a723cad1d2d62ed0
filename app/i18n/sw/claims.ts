import type { claims as english } from '../en/claims.ts'

export const claims: Record<keyof typeof english, string> = {
  'claims.title': 'Mambo yaliyotajwa ({count})',
  'claims.none': 'Halitaji bei, idadi, tarehe, namba wala kiungo.',
  'claims.nowhere': 'Haliko popote',
  'claims.source.passage': 'Kifungu cha {number}',
  'claims.source.company': 'Taarifa za kampuni',
  'claims.source.said': 'Limesemwa hapa awali',
  'claims.source.customer': 'Maneno ya mteja',
  'claims.source.tool': 'Limetafutwa',
  'claims.rejected': 'Maneno ya kwanza, hayakutumwa',
  'claims.held': 'Limezuiliwa',
  'claims.checkBefore': 'Haliko kwenye chanzo chochote, hakikisha kabla ya kutuma: {claims}',
}
