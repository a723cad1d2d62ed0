// Which folder of app/ may import which: the arrows of docs and of ARCHITECTURE's tree, as a rule.
import { dirname, relative, resolve } from 'node:path'

const APP = resolve('app')
const anywhere = ['i18n', 'industries', 'credentials']

/** layer → layers it may import, beside itself and `anywhere` */
const allowed = {
  tenancy: [],
  jobs: ['tenancy'],
  domain: ['jobs', 'tenancy'],
  backups: ['platform', 'jobs', 'tenancy'],
  platform: ['jobs', 'tenancy'],
  channels: ['domain', 'jobs', 'tenancy'],
  ai: ['domain', 'jobs', 'tenancy'],
  websites: ['domain', 'jobs', 'tenancy'],
  ui: ['domain'],
  i18n: [],
  industries: [],
  credentials: [],
  wire: ['server', 'channels', 'ai', 'websites', 'domain', 'platform', 'jobs', 'tenancy'],
  routes: ['server', 'channels', 'ai', 'websites', 'domain', 'platform', 'jobs', 'tenancy', 'ui'],
}

const rule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const from = layerOf(context.filename)
    if (!from || from.layer === 'server' || from.layer === 'root') return {}
    const check = (node) => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const target = toPath(source, context.filename)
      const to = target && layerOf(target)
      if (!to) return
      const isAllowed =
        to.layer === from.layer ||
        anywhere.includes(to.layer) ||
        allowed[from.layer]?.includes(to.layer)
      if (!isAllowed) {
        context.report({
          node,
          message: `app/${from.layer} may not import app/${to.layer} (${source})`,
        })
      }
      if (from.layer === 'ui' && source.includes('.server')) {
        context.report({ node, message: 'app/ui may not import server modules' })
      }
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}

function toPath(source, filename) {
  if (source.startsWith('#app/')) return resolve(APP, source.slice('#app/'.length))
  if (source.startsWith('.')) return resolve(dirname(filename), source)
  return undefined
}

function layerOf(path) {
  const inside = relative(APP, path)
  if (inside.startsWith('..')) return undefined
  const [first, ...rest] = inside.split('/')
  return { layer: rest.length === 0 ? 'root' : first }
}

export default { rules: { 'import-direction': rule } }
