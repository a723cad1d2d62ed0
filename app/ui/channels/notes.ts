import type { MessageKey } from '#app/i18n/translate.ts'

/** What was just done, as the address says it. */
export const channelNotes = {
  added: { text: 'channels.noteAdded', tone: 'good' },
  saved: { text: 'channels.noteSaved', tone: 'good' },
  checked: { text: 'channels.noteChecked', tone: 'good' },
  check_failed: { text: 'channels.noteCheckFailed', tone: 'warn' },
  unchecked: { text: 'channels.noteUnchecked', tone: 'info' },
  enabled: { text: 'channels.noteEnabled', tone: 'good' },
  no_room: { text: 'errors.limit_endpoints', tone: 'warn' },
  disabled: { text: 'channels.noteDisabled', tone: 'info' },
  templates: { text: 'channels.noteTemplates', tone: 'info' },
} as const satisfies Record<string, { text: MessageKey; tone: 'good' | 'warn' | 'info' }>

export type ChannelNote = keyof typeof channelNotes
