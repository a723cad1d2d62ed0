import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'

const IMPORT = /import \{([^}]+)\} from "lucide-react";?/g
const folder = join(dirname(createRequire(import.meta.url).resolve('lucide-react')), '../esm')

/**
 * Imports each icon from its own file. Through the list of all icons every page seems to use
 * all of them, and nobody can tell which file an icon belongs into.
 */
export function singleIcons(): Plugin {
  const files = readIconFiles()
  return {
    name: 'baraza:single-icons',
    apply: 'build',
    transform(code, _id, options) {
      if (options?.ssr || !code.includes('lucide-react')) return null
      return { code: code.replace(IMPORT, (_all, names: string) => toImports(names)), map: null }
    },
  }

  function toImports(names: string): string {
    return names
      .split(',')
      .map((name) => name.trim().split(' as '))
      .filter(([name]) => name)
      .map(([name = '', local = name]) => {
        const file = files.get(name)
        if (!file) throw new Error(`There is no icon ${name}`)
        return `import ${local} from ${JSON.stringify(join(folder, file))};`
      })
      .join('')
  }
}

/** `ArrowDown` → `icons/arrow-down.mjs`, with every other name an icon has. */
function readIconFiles(): Map<string, string> {
  const list = readFileSync(join(folder, 'lucide-react.mjs'), 'utf8')
  const lines = [...list.matchAll(/export \{([^}]+)\} from '\.\/(icons\/[^']+)'/g)]
  return new Map(
    lines.flatMap(([, names = '', file = '']) =>
      [...names.matchAll(/default as (\w+)/g)].map(([, name = '']) => [name, file] as const),
    ),
  )
}
