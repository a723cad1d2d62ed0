import fc from 'fast-check'

/** Words that have broken parsers, databases, paths, dates and pages. */
const words = fc.constantFrom(
  ...['', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\u202eabc', '\ufeff', '\u2028'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'length'],
  ...[`' OR 1=1--`, '"><script>alert(1)</script>', '{{7*7}}', '${7*7}', '%00', '../../etc/passwd'],
  ...['-1', '0', '-0', '1e999', 'NaN', 'Infinity', '0x1f', '1.5', '00012', '99999999999999999999'],
  ...['9007199254740993', '-9223372036854775809', '2147483648', '253402300800000', '８'],
  ...['2026-02-30', '0000-00-00', '+275760-09-13', '-271821-04-20', '24:60', '2026-11-29T25:00'],
  ...['a@b', 'a@b.test\r\nBcc: x@y.test', '+', '+254', '+2547000000000000000000', '123@g.us'],
  ...['http://169.254.169.254/', 'javascript:alert(1)', 'file:///etc/passwd', '//evil.example'],
  ...['true', 'null', 'undefined', '[object Object]', '{"$ne":1}', '[]', 'Africa/Nowhere', 'xx'],
  ...['é'.repeat(300), 'a'.repeat(5_000), '🏳️‍🌈'.repeat(80), 'Z̸'.repeat(90), '\n'.repeat(300)],
)

const numbers = fc.constantFrom(
  ...[0, -0, -1, 1, 1.5, 2 ** 31, 2 ** 53, 2 ** 63, 1e21, 1e308, -1e308, 5e-324],
)

const deep = fc.tuple(fc.integer({ min: 2, max: 400 }), fc.boolean()).map(([depth, isArray]) => {
  let value: unknown = 'x'
  for (let at = 0; at < depth; at += 1) value = isArray ? [value] : { a: value }
  return value
})

/** Text that nobody types. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: words },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.tuple(words, words).map((both) => both.join('')) },
  { weight: 1, arbitrary: numbers.map(String) },
)

/** A value of any kind where another was expected. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  { weight: 3, arbitrary: numbers },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], { '': '' }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.array(hostileText, { maxLength: 4 }) },
  { weight: 1, arbitrary: deep },
)

type Change = { at: number; how: 'replace' | 'remove' | 'wrap' | 'add' | 'repeat'; value: unknown }

const change: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  how: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'wrap', 'add', 'repeat'),
  value: hostileValue,
})

/** What a vendor sends, with a few of its parts made into something else. */
export function mutated(samples: readonly unknown[]): fc.Arbitrary<unknown> {
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([sample, changes]) => {
      let value = structuredClone(sample)
      // What is put in is nobody else's: two samples that share a part would grow into each other.
      for (const one of changes) value = apply(value, structuredClone(one))
      return value
    })
}

/** The bytes of a body: JSON with hostile parts, and now and then no JSON at all. */
export function hostileBody(samples: readonly unknown[]): fc.Arbitrary<Buffer> {
  const text = fc.oneof(
    { weight: 12, arbitrary: mutated(samples).map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: hostileValue.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.tuple(mutated(samples), hostileText, fc.nat(5)).map(spoil) },
  )
  return text.map((one) => Buffer.from(one ?? ''))
}

/** JSON that another parser would read otherwise, or none. */
function spoil([value, word, how]: [unknown, string, number]): string {
  const json = JSON.stringify(value) ?? 'null'
  if (how === 0) return json.slice(0, Math.floor(json.length / 2))
  if (how === 1) return json.replace('{', '{"__proto__":{"polluted":1},"object":1,')
  if (how === 2) return json.replace(/:\d+/, ':1e400')
  if (how === 3) return `\ufeff${json}`
  if (how === 4) return `${'['.repeat(20_000)}${']'.repeat(20_000)}`
  return word
}

type Place = { parent: Record<string, unknown>; key: string }

function apply(root: unknown, { at, how, value }: Change): unknown {
  const places = listPlaces(root)
  const place = places[at % Math.max(1, places.length)]
  if (!place) return value
  const { parent, key } = place
  if (how === 'remove') delete parent[key]
  else if (how === 'wrap') parent[key] = [parent[key]]
  else if (how === 'repeat') parent[key] = [parent[key], parent[key], value]
  else if (how === 'add' && !Array.isArray(parent))
    // As a parser makes it: a key of the object's own, even of this name.
    Object.defineProperty(parent, typeof value === 'string' ? value : '__proto__', {
      ...{ value, enumerable: true, configurable: true, writable: true },
    })
  else parent[key] = value
  return root
}

const PLACES_MAX = 400

function listPlaces(value: unknown, places: Place[] = []): Place[] {
  if (value === null || typeof value !== 'object' || places.length > PLACES_MAX) return places
  for (const [key, inner] of Object.entries(value)) {
    places.push({ parent: value as Record<string, unknown>, key })
    listPlaces(inner, places)
  }
  return places
}
