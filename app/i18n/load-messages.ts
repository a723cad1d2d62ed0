import type { Language } from './languages.ts'
import type { Messages } from './translate.ts'

/** Fetches one language's messages as a chunk of its own; await it before hydrating the page. */
export async function loadMessages(language: Language): Promise<Messages> {
  const { texts } = language === 'sw' ? await import('./sw.ts') : await import('./en.ts')
  return { language, texts }
}
