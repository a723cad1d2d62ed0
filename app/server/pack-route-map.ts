/** Remix's manifest, as far as it is packed here. */
type RouteMap = { routes: Record<string, object | undefined>; [field: string]: unknown }

type Route = {
  id: string
  path?: string
  parentId?: string
  module: string
  imports?: string[]
  css?: string[]
}

/** What is told of all routes, each column by itself: alike things compress best side by side. */
type Columns = {
  ids: string[]
  /** 0 for none, 1 for what the id says already */
  paths: (string | 0 | 1)[]
  modules: string[]
  /** Numbers into the list of parents, of files … */
  parents: number[]
  imports: number[][]
  css: number[][]
  /** The other fields, as far as they are neither false nor missing. */
  fields: number[]
}

/**
 * The script that gives the browser Remix's manifest, at a third of the size: each script's
 * address stands in it once, what an id says is not said again by path and module, and a route
 * says only what differs from `{false, no styles}`.
 */
export function packRouteMap({ routes, ...rest }: RouteMap): string {
  const files = new Numbered<string>()
  const parents = new Numbered<string | undefined>()
  const fields = new Numbered<object>()
  const columns: Columns = {
    ...{ ids: [], paths: [], modules: [], parents: [], imports: [], css: [], fields: [] },
  }
  for (const route of Object.values(routes) as Route[]) {
    const { id, path, parentId, module, imports = [], css = [], ...others } = route
    columns.ids.push(id)
    columns.paths.push(path === undefined ? 0 : path === pathOf(id) ? 1 : path)
    columns.modules.push(withoutName(module, id))
    columns.parents.push(parents.numberOf(parentId))
    columns.imports.push(imports.map((file) => files.numberOf(file)).sort((a, b) => a - b))
    columns.css.push(css.map((file) => files.numberOf(file)))
    columns.fields.push(fields.numberOf(withoutFalse(others)))
  }
  const lists = [files.all, parents.all, fields.all]
  const told = [columns, ...lists, rest].map((part) => JSON.stringify(part))
  return `(${unpack.toString()})(${told.join()})`
}

/** `routes/portal/settings/tags` → `/settings/tags` */
function pathOf(id: string): string {
  return id.replace(/^routes\/\w+/, '')
}

/** `/assets/tags-3f9a.js` of `…/settings/tags` → `3f9a` */
function withoutName(module: string, id: string): string {
  const start = `/assets/${id.slice(id.lastIndexOf('/') + 1)}-`
  const isNamed = module.startsWith(start) && module.endsWith('.js')
  return isNamed ? module.slice(start.length, -3) : module
}

function withoutFalse(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== false && value !== undefined),
  )
}

/** Values that are told once and named by their number. */
class Numbered<T> {
  all: T[] = []
  readonly #numbers = new Map<string, number>()

  numberOf(value: T): number {
    const key = JSON.stringify(value) ?? ''
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.all.length)
    return this.all.push(value) - 1
  }
}

/** Runs in the browser, as written here: nothing from outside may be used. */
function unpack(
  { ids, paths, modules, parents, imports, css, fields }: Columns,
  files: string[],
  parentIds: string[],
  fieldSets: object[],
  rest: object,
): void {
  const off: Record<string, boolean> = {}
  for (const name of ['Action', 'Loader', 'ClientAction', 'ClientLoader', 'ErrorBoundary']) {
    off[`has${name}`] = false
  }
  const all = (numbers: number[] = []) => numbers.map((number) => files[number])
  const routes = ids.map((id, at) => {
    const module = modules[at] as string
    const path = paths[at]
    return [
      id,
      {
        ...{ ...off, ...fieldSets[fields[at] as number], id },
        parentId: parentIds[parents[at] as number] ?? undefined,
        path: path === 0 ? undefined : path === 1 ? id.replace(/^routes\/\w+/, '') : path,
        module: module.startsWith('/')
          ? module
          : `/assets/${id.slice(id.lastIndexOf('/') + 1)}-${module}.js`,
        imports: all(imports[at]),
        css: all(css[at]),
      },
    ]
  })
  Object.assign(globalThis, {
    __remixManifest: { ...rest, routes: Object.fromEntries(routes) as object },
  })
}
