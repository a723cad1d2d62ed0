import type { mentions as english } from '../en/mentions.ts'

export const mentions: Record<keyof typeof english, string> = {
  'mentions.choose': 'Wenzako wanaoona mazungumzo haya',
  'mentions.byName': '{name} amekutaja kwenye dokezo.',
  'mentions.goToNote': 'Onyesha dokezo',
  'mentions.untold':
    '{count, plural, one {{names} haoni mazungumzo haya na hajaarifiwa.} other {{names} hawaoni mazungumzo haya na hawajaarifiwa.}}',
}
