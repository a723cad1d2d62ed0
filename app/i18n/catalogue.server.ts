import { mail as englishMail } from './en/mail.ts'
import { texts as english } from './en.ts'
import type { Language } from './languages.ts'
import { mail as swahiliMail } from './sw/mail.ts'
import { texts as swahili } from './sw.ts'
import { toTranslate, translateError } from './translate.ts'
import type { MessageValues } from './format-message.ts'
import type { Messages, ServerMessageKey, Translate } from './translate.ts'

const catalogue: Record<Language, Messages<ServerMessageKey>> = {
  en: { language: 'en', texts: { ...english, ...englishMail } },
  sw: { language: 'sw', texts: { ...swahili, ...swahiliMail } },
}

/** Everything the server may say in a language, mails included; shared objects, do not change them. */
export function messagesFor(language: Language): Messages<ServerMessageKey> {
  return catalogue[language]
}

const translators: Record<Language, Translate<ServerMessageKey>> = {
  en: toTranslate(catalogue.en),
  sw: toTranslate(catalogue.sw),
}

/** `t` for one language: `translator('sw')('errors.slug_taken')`. */
export function translator(language: Language): Translate<ServerMessageKey> {
  return translators[language]
}

/** The sentence of an error code in a language; an unknown code gets the general one. */
export function errorText(language: Language, code: string, values?: MessageValues): string {
  return translateError(catalogue[language], code, values)
}
