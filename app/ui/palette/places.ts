import type { Permission } from '#app/domain/members/permissions.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import { portalNav } from '../inbox/portal-nav.ts'
import { settingsParts } from '../settings/parts.ts'

export type Place = { to: string; label: MessageKey; permission?: Permission; in?: MessageKey }

/** Pages that are not in the navigation, or that begin something. */
const more: Place[] = [
  { to: '/contacts/new', label: 'contacts.new', permission: 'contacts.write' },
  { to: '/leads/new', label: 'leads.new', permission: 'contacts.write' },
  { to: '/tasks/new', label: 'tasks.quick', permission: 'conversations.reply' },
  { to: '/notifications', label: 'notifications.title' },
  { to: '/profile', label: 'common.profile' },
]

/** Every page this person may open, the navigation first. */
export function placesFor(permissions: readonly string[]): Place[] {
  const nav = portalNav.map(({ to, label, permission }) => ({ to, label, permission }))
  const settings = settingsParts.map(({ to, label, permission }) => ({
    ...{ to, label, permission, in: 'inbox.nav.settings' as const },
  }))
  return [...nav, ...more, ...settings].filter(
    ({ permission }) => !permission || permissions.includes(permission),
  )
}
