import type { MessageKey } from '#app/i18n/translate.ts'

/** What a redirect may ask a company's page to say: `?note=suspended`. */
export const companyNotes: Partial<Record<string, MessageKey>> = {
  created: 'admin.noteCreated',
  suspended: 'platform.suspended',
  reactivated: 'platform.reactivated',
  plan_now: 'admin.notePlanNow',
  plan_later: 'admin.notePlanLater',
  trial: 'admin.noteTrial',
  cancelled: 'admin.noteCancelled',
  cancels_later: 'admin.noteCancelsLater',
  resumed: 'admin.noteResumed',
  leaving: 'admin.noteLeaving',
  restored: 'admin.noteRestored',
  owner: 'admin.noteOwner',
  identity: 'identity.noted',
  support: 'admin.noteSupport',
  visit_ended: 'visits.noteEnded',
  noted: 'admin.noteNoted',
  note_deleted: 'admin.noteDeleted',
  started: 'admin.noteStarted',
}
