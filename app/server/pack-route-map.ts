/** Remix's manifest, as far as it is packed here. */
type RouteMap = { routes: Record<string, object | undefined>; [field: string]: unknown }

/**
 * The script that gives the browser Remix's manifest, at half the size: each script's address
 * stands in it once, and a route says only what differs from `{false, no styles}`.
 */
export function packRouteMap({ routes, ...rest }: RouteMap): string {
  const files: unknown[] = []
  const packed = Object.values(routes).map((route = {}) => {
    const { module, imports = [], css = [], ...fields } = route as Packed
    const said = Object.entries(fields).filter(
      ([, value]) => value !== false && value !== undefined,
    )
    return [Object.fromEntries(said), toNumber(module), imports.map(toNumber), css.map(toNumber)]
  })
  return `(${unpack.toString()})(${[packed, files, rest].map((part) => JSON.stringify(part)).join()})`

  function toNumber(file: string): number {
    const at = files.indexOf(file)
    return at < 0 ? files.push(file) - 1 : at
  }
}

type Packed = { module: string; imports?: string[]; css?: string[] }

/** Runs in the browser, as written here: nothing from outside may be used. */
function unpack(
  packed: [{ id: string }, number, number[], number[]][],
  files: string[],
  rest: object,
): void {
  const off = Object.fromEntries(
    ['Action', 'Loader', 'ClientAction', 'ClientLoader', 'ErrorBoundary'].map((name) => [
      `has${name}`,
      false,
    ]),
  )
  const all = (numbers: number[]) => numbers.map((number) => files[number])
  const routes = packed.map(([said, module, imports, css]) => [
    said.id,
    { ...off, ...said, module: files[module], imports: all(imports), css: all(css) },
  ])
  Object.assign(globalThis, {
    __remixManifest: { ...rest, routes: Object.fromEntries(routes) as object },
  })
}
