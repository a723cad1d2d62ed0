import type { MessageKey } from '#app/i18n/translate.ts'

/** What a redirect may ask the members' pages to say: `?note=invited`. */
export const memberNotes: Partial<Record<string, MessageKey>> = {
  invited: 'members.invited',
  resent: 'members.resent',
  revoked: 'members.revoked',
  role: 'members.roleSaved',
  deactivated: 'members.deactivated',
  work: 'team.workSaved',
  handed_over: 'team.handedOver',
  reactivated: 'members.reactivated',
}
