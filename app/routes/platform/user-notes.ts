import type { MessageKey } from '#app/i18n/translate.ts'

/** What a redirect may ask the people's page to say: `?note=invited`. */
export const userNotes: Partial<Record<string, MessageKey>> = {
  invited: 'platform.userInvited',
  role: 'platform.userSaved',
  deactivated: 'platform.userDeactivated',
  reactivated: 'platform.userReactivated',
}
