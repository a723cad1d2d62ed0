import { createHash } from 'node:crypto'
import type { Plugin } from 'vite'
import {
  listMessageFiles,
  messageAreas,
  messageFolder,
  messageKeys,
  REFUSALS,
  toMessageFiles,
} from '../../app/i18n/browser-messages.server.ts'

/** What may be the code of a refusal that the script itself states. */
const CODE = /["'`]([a-z][a-z0-9_]+)["'`]/g

/** `'inbox.title'`, or what stands before the first `${` of a key that is put together. */
const KEY = new RegExp(`["'\`]((?:${messageAreas.join('|')})\\.[\\w.-]*)`, 'g')

/**
 * Gives each script of the browser the sentences it uses and no others: what it mentions is
 * written into a file of its own in each language, and the page's import map leads
 * `#messages/…` to the reader's. Nobody has to keep a list, and no sentence is missing when a
 * script runs. Whole areas are written too, for keys that only the server's data names.
 */
export function messageImports(): Plugin {
  let isServerBuild = false
  return {
    name: 'baraza:message-imports',
    apply: 'build',
    // Baked into the pages' server too: both must speak of the folder that this build has written.
    config: () => ({
      define: {
        __MESSAGE_FOLDERS__: JSON.stringify({ en: messageFolder('en'), sw: messageFolder('sw') }),
      },
    }),
    configResolved(config) {
      isServerBuild = Boolean(config.build.ssr)
    },
    renderChunk(code) {
      const keys = isServerBuild ? [] : keysIn(code)
      if (keys.length === 0) return null
      const name = createHash('sha256').update(keys.join()).digest('hex').slice(0, 8)
      for (const { path, source } of toMessageFiles(name, keys)) {
        this.emitFile({ type: 'asset', fileName: path.slice(1), source })
      }
      return { code: `import "#messages/${name}.js";${code}`, map: null }
    },
    generateBundle() {
      if (isServerBuild) return
      for (const { path, source } of listMessageFiles()) {
        this.emitFile({ type: 'asset', fileName: path.slice(1), source })
      }
    },
  }
}

/**
 * What is no key is the beginning of one: then all that begin so. Of refusals only those that the
 * script names: they are too many, and the others come with the data or at the first touch.
 */
function keysIn(code: string): string[] {
  const found = new Set([...code.matchAll(KEY)].map(([, text = '']) => text))
  if (found.delete(REFUSALS)) found.add(`${REFUSALS}unknown`)
  for (const [, name = ''] of code.matchAll(CODE)) {
    if (messageKeys.has(REFUSALS + name)) found.add(REFUSALS + name)
  }
  const keys = [...found].flatMap((text) =>
    messageKeys.has(text) ? [text] : [...messageKeys].filter((key) => key.startsWith(text)),
  )
  return [...new Set(keys)].sort()
}
