import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

type IconData = { node: readonly (readonly [tag: string, attributes: Record<string, string>])[] }

const IMPORT = /import \{([^}]+)\} from ['"]lucide-react['"];?/g
const LIBRARY = join(dirname(createRequire(import.meta.url).resolve('lucide-react')), '../esm')
const RUNTIME = '#app/ui/sheet-icon.ts'

/**
 * Keeps the drawings of icons out of the scripts: those that the pages use are written into one
 * sheet, and the browser's components refer to it. The server draws icons into the page as ever,
 * so nothing waits for the sheet that is there from the start.
 */
export function iconSheet(): Plugin {
  const files = readIconFiles()
  let sheet = { path: '', source: '' }
  return {
    name: 'baraza:icon-sheet',
    apply: 'build',
    async config() {
      sheet = await drawSheet(files)
      return { define: { __ICON_SHEET__: JSON.stringify(sheet.path) } }
    },
    transform(code, _id, options) {
      if (options?.ssr || !code.includes('lucide-react')) return null
      return { code: code.replace(IMPORT, (_all, names: string) => toSheet(names)), map: null }
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: sheet.path.slice(1), source: sheet.source })
    },
  }

  function toSheet(names: string): string {
    const icons = toNames(names).map(([name, local]) => {
      const id = toId(files, name)
      return `const ${local}=/*#__PURE__*/__sheetIcon(${JSON.stringify(id)});`
    })
    return `import {sheetIcon as __sheetIcon} from ${JSON.stringify(RUNTIME)};${icons.join('')}`
  }
}

/** Every icon that a component imports, each once, drawn under its name. */
async function drawSheet(files: Map<string, string>): Promise<{ path: string; source: string }> {
  const components = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  )
  const used = components.flatMap((file) => {
    const code = readFileSync(join('app', file), 'utf8')
    return [...code.matchAll(IMPORT)].flatMap(([, names = '']) => toNames(names))
  })
  const ids = [...new Set(used.map(([name]) => toId(files, name)))].sort()
  const drawn = await Promise.all(ids.map(drawIcon))
  const source = `<svg xmlns="http://www.w3.org/2000/svg">${drawn.join('')}</svg>`
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8)
  return { path: `/assets/icons-${hash}.svg`, source }
}

async function drawIcon(id: string): Promise<string> {
  const address = pathToFileURL(join(LIBRARY, `icons/${id}.mjs`)).href
  const { __iconData: icon } = (await import(address)) as { __iconData: IconData }
  const shapes = icon.node.map(([tag, { key: _key, ...attributes }]) => {
    const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`)
    return `<${tag}${said.join('')}/>`
  })
  return `<g id="${id}">${shapes.join('')}</g>`
}

/** `Trash, Plus as Add` → each with the name it has in the component; types are no icons. */
function toNames(names: string): [name: string, local: string][] {
  return names
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && !name.startsWith('type '))
    .map((name) => name.split(' as '))
    .map(([name = '', local = name]) => [name, local])
}

function toId(files: Map<string, string>, name: string): string {
  const id = files.get(name)
  if (!id) throw new Error(`There is no icon ${name}`)
  return id
}

/** `ArrowDown` → `arrow-down`, by every name an icon has. */
function readIconFiles(): Map<string, string> {
  const list = readFileSync(join(LIBRARY, 'lucide-react.mjs'), 'utf8')
  const lines = [...list.matchAll(/export \{([^}]+)\} from '\.\/icons\/([^']+)\.mjs'/g)]
  return new Map(
    lines.flatMap(([, names = '', file = '']) =>
      [...names.matchAll(/default as (\w+)/g)].map(([, name = '']) => [name, file] as const),
    ),
  )
}
