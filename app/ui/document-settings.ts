import { isLanguage } from '#app/i18n/languages.ts'
import { defaultLanguage } from '#app/i18n/languages.ts'
import type { I18nSettings } from './i18n-provider.tsx'

/** Attributes for `<html>`: what the browser must know before it hydrates. `theme` absent = system. */
export function documentAttributes(settings: I18nSettings, theme?: 'light' | 'dark') {
  return {
    lang: settings.language,
    'data-time-zone': settings.timeZone,
    'data-currency': settings.currency,
    'data-theme': theme,
  }
}

/** Reads them back in entry.client. */
export function readDocumentSettings(): I18nSettings {
  const { lang, dataset } = document.documentElement
  return {
    language: isLanguage(lang) ? lang : defaultLanguage,
    timeZone: dataset['timeZone'] ?? 'Africa/Nairobi',
    currency: dataset['currency'] ?? 'KES',
  }
}
