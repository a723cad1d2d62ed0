import { existsSync, globSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { decidedRoutes } from '#app/server/decide.server.ts'
import { fillAddress } from '#tests/visibility/addresses.ts'
import { samples } from '#tests/visibility/bodies.ts'
import { groups } from '#tests/visibility/groups.ts'
import { readTables } from '#tests/visibility/tables.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { hostileText } from './hostile.ts'
import type { FuzzWorld } from './world.ts'

export type Form = {
  surface: 'app' | 'portal'
  route: string
  /** addresses with rows that are there, and with rows that are not */
  paths: string[]
  /** what would be right */
  fields: [name: string, value: string][]
  /** names that this page's source reads */
  names: string[]
}

export type Sent = { path: string; type: string; body: Buffer }

const BOUNDARY = 'fuzzboundary'
/** Parameters of the platform's addresses: rows that may be there, and none. */
const PLATFORM_IDS = ['1', '2', 'own-company', 'professional', 'hotel', '999999']

/** Every form of the product, as the route table has it. */
export function listForms(world: FuzzWorld): Form[] {
  const tables = readTables(sqliteOf(world.own.db))
  const anna = groups.find(({ name }) => name === 'anna')
  const idOf = (table: string) => world.ids.of(table, 'anna') ?? 999_999
  return (
    decidedRoutes
      .filter(({ methods, path }) => methods.POST && path !== '/logout')
      // The sample's merges hold nothing to put back.
      .filter(({ path }) => !samples[path]?.isIdle?.includes('taken apart'))
      .map(({ surface, path, routeId }) => {
        const filled =
          surface === 'portal'
            ? fillAddress(path, { ids: world.ids, groups: anna ? [anna] : [], tables }).map(
                (one) => one.filled,
              )
            : PLATFORM_IDS.map((id) => path.replace(/:[a-zA-Z]+/g, id))
        const body = surface === 'portal' ? samples[path]?.body?.(idOf) : undefined
        return {
          ...{ surface, route: path, paths: [...new Set(filled)] },
          fields: Object.entries(body ?? {}).flatMap(([name, value]) =>
            [value].flat().map((one): [string, string] => [name, one]),
          ),
          names: readNames(routeId),
        }
      })
  )
}

/** The names of fields that a page and the modules beside it read or draw. */
function readNames(routeId: string): string[] {
  const file = `app/${routeId}.tsx`
  const source = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const near = [...source.matchAll(/from '#(app\/(?:routes|ui)\/[\w./-]+)'/g)].map(([, one]) => one)
  const all = [
    source,
    ...near.flatMap((one) => (existsSync(one!) ? [readFileSync(one!, 'utf8')] : [])),
  ]
  const names = all.flatMap((text) => [
    ...[...text.matchAll(/name="([\w.-]+)"/g)].map(([, name]) => name as string),
    ...[...text.matchAll(/\.(?:get|getAll|has)\('([\w.-]+)'\)/g)].map(([, name]) => name as string),
    ...[...text.matchAll(/(?:fields|form)\[?\.?'?(\w+)'?\]/g)].map(([, name]) => name as string),
    ...[...text.matchAll(/^\s+(\w+): z\./gm)].map(([, name]) => name as string),
  ])
  return [...new Set(names)].slice(0, 60)
}

/** Names that any page of the product reads somewhere. */
export function everyName(): string[] {
  const names = globSync('app/{routes,ui}/**/*.{ts,tsx}').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/name="([\w.-]+)"|\.get\('([\w.-]+)'\)/g)].map(
      ([, drawn, read]) => (drawn ?? read) as string,
    ),
  )
  return [...new Set(names)].sort()
}

/** What is sent to a form: its fields with hostile values, others', twice, as files, as JSON. */
export function hostilePost(form: Form, others: string[]): Arbitrary<Sent> {
  const known = form.names.length > 0 ? form.names : others
  const field = fc.tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...known) },
      { weight: 2, arbitrary: fc.constantFrom(...others) },
      { weight: 1, arbitrary: hostileText },
    ),
    hostileText,
  )
  const right = fc.subarray(form.fields)
  // Each field of the form once with something hostile, or as it should be, and some more.
  const full = fc
    .array(hostileText, { minLength: known.length, maxLength: known.length })
    .map((values) => known.map((name, at): [string, string] => [name, values[at] as string]))
  const fields = fc.oneof(
    fc.tuple(right, fc.array(field, { maxLength: 6 })).map(([some, more]) => [...some, ...more]),
    fc.tuple(full, right).map(([all, some]) => [...all, ...some]),
    fc.tuple(right, full).map(([some, all]) => [...some, ...all]),
  )
  const path = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...form.paths) },
    {
      weight: 1,
      arbitrary: hostileText.map((text) =>
        form.route.replace(
          /:[a-zA-Z]+/g,
          encodeURIComponent(Buffer.from(text.slice(0, 300)).toString()),
        ),
      ),
    },
  )
  const encoding = fc.constantFrom('plain', 'plain', 'plain', 'parts', 'parts', 'json')
  return fc
    .tuple(path, fields, encoding)
    .map(([to, all, how]) => ({ path: to, ...encode(all, how) }))
}

function encode(fields: [string, string][], how: string): Omit<Sent, 'path'> {
  if (how === 'json')
    return {
      type: 'application/json',
      body: Buffer.from(JSON.stringify(Object.fromEntries(fields))),
    }
  if (how === 'plain')
    return {
      type: 'application/x-www-form-urlencoded',
      body: Buffer.from(new URLSearchParams(fields).toString()),
    }
  const parts = fields.map(([name, value], at) => {
    // Every third one is a file, whatever the form expects.
    const file = at % 3 === 2 ? `; filename="${toHeader(value).slice(0, 200)}.svg"` : ''
    const type = file ? '\r\nContent-Type: image/svg+xml' : ''
    const begin = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${toHeader(name)}"${file}`
    return `${begin}${type}\r\n\r\n${value}\r\n`
  })
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.from(`${parts.join('')}--${BOUNDARY}--\r\n`),
  }
}

function toHeader(text: string): string {
  return text.replace(/[\r\n"]/g, '_')
}
