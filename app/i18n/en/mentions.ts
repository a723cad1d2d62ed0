import type { Area } from '../translate.ts'

export const mentions = {
  'mentions.choose': 'Colleagues who see this conversation',
  'mentions.byName': '{name} mentioned you in a note.',
  'mentions.goToNote': 'Show the note',
  'mentions.untold':
    '{count, plural, one {{names} cannot see this conversation and was not told.} other {{names} cannot see this conversation and were not told.}}',
} satisfies Area<'mentions'>
