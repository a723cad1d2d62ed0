import { translator } from '#app/i18n/catalogue.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import type { Language } from '#app/i18n/languages.ts'
import { renderHtml, renderText } from './render.server.ts'
import { mailTemplates } from './templates.server.ts'
import type { MailTemplate } from './templates.server.ts'

export type Mail = { subject: string; text: string; html: string }

export function isMailTemplate(name: string): name is MailTemplate {
  return Object.hasOwn(mailTemplates, name)
}

/** Writes a mail in a language, as text and as HTML that says the same. */
export function composeMail(
  template: MailTemplate,
  language: string,
  values: Record<string, string>,
): Mail {
  const known: Language = isLanguage(language) ? language : 'en'
  const letter = mailTemplates[template](translator(known), values)
  return {
    subject: letter.subject,
    text: renderText(letter),
    html: renderHtml(letter, known),
  }
}
