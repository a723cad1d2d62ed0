import type { Delivery } from '#app/domain/notifications/deliver.server.ts'
import type { ShownNotification } from '#app/domain/notifications/shown.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import type { Language } from '#app/i18n/languages.ts'
import { kindKey } from '#app/ui/notifications/kind-key.ts'
import type { PushMessage } from './push.server.ts'

export function languageOf(member: { language: string }): Language {
  return isLanguage(member.language) ? member.language : 'en'
}

/** What happened, in words, without any name. */
export function kindWords(notification: ShownNotification, language: Language): string {
  return translator(language)(kindKey(notification))
}

/** Whom it is about and who did it, as one line; may be empty. */
export function aboutWords(notification: Delivery['notification'], language: Language): string {
  const { contactName, byName } = notification
  const by = byName && translator(language)('notifications.by', { name: byName })
  return [contactName, by].filter(Boolean).join(' · ')
}

/** What a device shows. A name of a customer only when the member chose so; never their words. */
export function pushMessage({ member, notification }: Delivery, company: string): PushMessage {
  const language = languageOf(member)
  const names = member.pushNames ? aboutWords(notification, language) : ''
  return {
    title: kindWords(notification, language),
    body: names || company,
    url: notification.to ?? '/notifications',
    tag: notification.to ?? `n${notification.id}`,
  }
}
