import { createHash } from 'node:crypto'
import { texts as english } from './en.ts'
import type { Language } from './languages.ts'
import { texts as swahili } from './sw.ts'

const catalogue = { en: english, sw: swahili } satisfies Record<Language, object>

/** Sentences of one language as a script; `path` starts at the web root. */
export type MessageFile = { path: string; source: string }

/** Every key that a page may use. */
export const messageKeys: ReadonlySet<string> = new Set(Object.keys(english))

/** What the keys of pages start with: `inbox` of `inbox.title`. */
export const messageAreas = [...new Set([...messageKeys].map(areaOf))]

/**
 * The folder that holds one language's scripts. Its name changes with any sentence, so what is
 * in it may be kept for good.
 */
export function messageFolder(language: Language): string {
  return folders[language]
}

/** The whole catalogue, area by area and language by language. */
export function listMessageFiles(): MessageFile[] {
  return messageAreas.flatMap((area) =>
    toMessageFiles(
      area,
      [...messageKeys].filter((key) => areaOf(key) === area),
    ),
  )
}

/** Some sentences in each language, under one name. */
export function toMessageFiles(name: string, keys: string[]): MessageFile[] {
  return (Object.keys(catalogue) as Language[]).map((language) => {
    const all: Record<string, string> = catalogue[language]
    const texts = JSON.stringify(Object.fromEntries(keys.map((key) => [key, all[key]])))
    return {
      path: `${messageFolder(language)}${name}.js`,
      source: `Object.assign(globalThis.pageTexts??={},${texts})`,
    }
  })
}

/** What the keys of refusals start with: data names them by their code alone. */
export const REFUSALS = 'errors.'

/**
 * The sentences whose keys or codes stand in a page's data, whatever their depth: no script
 * mentions them, and the page must have them before it comes alive.
 */
export function textsNamedBy(data: unknown, language: Language): Record<string, string> {
  const all: Record<string, string> = catalogue[language]
  const found: Record<string, string> = {}
  const rest: unknown[] = [data]
  while (rest.length > 0) {
    const value = rest.pop()
    if (typeof value === 'string') {
      for (const key of [value, `${REFUSALS}${value}`])
        if (messageKeys.has(key)) found[key] = all[key] ?? ''
    } else if (typeof value === 'object' && value !== null)
      rest.push(...(Object.values(value) as unknown[]))
  }
  return found
}

function areaOf(key: string): string {
  return key.slice(0, key.indexOf('.'))
}

const folders: Record<Language, string> = { en: folderOf('en'), sw: folderOf('sw') }

function folderOf(language: Language): string {
  const hash = createHash('sha256').update(JSON.stringify(catalogue[language])).digest('hex')
  return `/assets/messages/${language}-${hash.slice(0, 10)}/`
}
