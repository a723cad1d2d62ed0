/**
 * The message catalogue: every sentence a person reads, in every language.
 *
 * To add one: put it into `en/<area>.ts` under a key that starts with the area's name
 * (`'inbox.title': 'Inbox'`), and into `sw/<area>.ts` under the same key. The Swahili object is
 * typed by the English one, so a key that is missing or left over there does not compile, and a test
 * compares the placeholders. In a component: `const t = useT()` then `t('inbox.title')`; on the
 * server: `translator(language)` from `catalogue.server.ts`. `mail` never travels to the browser,
 * and of the others only what a page's scripts mention (docs/decisions/011).
 */
import { formatMessage } from './format-message.ts'
import type { MessageValues } from './format-message.ts'
import { toLocale } from './languages.ts'
import type { Language } from './languages.ts'
import type { mail } from './en/mail.ts'
import type { texts } from './en.ts'

/** Shape of one area's object: every key carries the area's name, so areas cannot collide. */
export type Area<Name extends string> = Record<`${Name}.${string}`, string>

/** A key that pages may use. */
export type MessageKey = keyof typeof texts

/** A key that only the server may use: all of the above and the mails. */
export type ServerMessageKey = MessageKey | keyof typeof mail

/** One language's sentences, as they are loaded. */
export type Messages<Key extends string = MessageKey> = {
  language: Language
  texts: Record<Key, string>
}

/** Writes one message: `t('inbox.unread', { count: 3 })`. Numbers are grouped; pass ids as strings. */
export type Translate<Key extends string = MessageKey> = (
  key: Key,
  values?: MessageValues,
) => string

/** The sentence of `key`, filled with `values`. */
export function translate<Key extends string>(
  messages: Messages<Key>,
  key: Key,
  values?: MessageValues,
): string {
  // The key itself is the last resort of a page whose code is older or newer than its messages.
  return formatMessage(messages.texts[key] ?? key, toLocale(messages.language), values)
}

/** The sentence of a key that may not exist: put together from stored words, old ones among them. */
export function translateKnown(messages: Messages, key: string, otherwise: string): string {
  // Not by asking for it: in the browser a missing sentence may only be on its way.
  const isKnown = Object.hasOwn(messages.texts, key)
  return isKnown ? translate(messages, key as MessageKey) : otherwise
}

/** `translate` bound to one language's messages. */
export function toTranslate<Key extends string>(messages: Messages<Key>): Translate<Key> {
  return (key, values) => translate(messages, key, values)
}

/**
 * The sentence for a domain's `reason` or an API's `code`: `slug_taken` → `errors.slug_taken`. A code
 * without a sentence of its own gets the general one, so nothing internal ever reaches a page.
 */
export function translateError(messages: Messages, code: string, values?: MessageValues): string {
  const key = `errors.${code}` as MessageKey
  const text: string | undefined = messages.texts[key]
  return translate(messages, text === undefined ? 'errors.unknown' : key, values)
}
