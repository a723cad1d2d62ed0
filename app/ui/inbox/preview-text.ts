import type { Translate } from '#app/i18n/translate.ts'
import type { ThreadMessage } from '#app/domain/conversations/shown.ts'

type Kind = ThreadMessage['type']

/** A message in one line: its words, or what kind of thing it is. */
export function toLine(
  t: Translate,
  message: { text: string | null; type: Kind; isDeleted?: boolean; isVoice?: boolean },
): string {
  if (message.isDeleted) return t('inbox.deleted')
  const text = message.text?.replace(/\s+/g, ' ').trim()
  if (text) return text
  return message.isVoice ? t('inbox.type.voice') : t(`inbox.type.${message.type}`)
}

/** A person without a name is called by their number. */
export function toName(t: Translate, person: { name: string; phone: string | null }): string {
  return person.name || person.phone || t('inbox.noName')
}
