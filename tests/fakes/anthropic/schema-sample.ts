import { findDefinition } from './schema-rules.ts'

type Schema = Record<string, unknown>

const MAX_DEPTH = 12
const SAMPLE_BY_FORMAT: Record<string, string> = {
  'date-time': '2026-01-01T00:00:00Z',
  date: '2026-01-01',
  time: '00:00:00Z',
  duration: 'P1D',
  email: 'sample@example.test',
  hostname: 'example.test',
  uri: 'https://example.test/',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uuid: '00000000-0000-4000-8000-000000000000',
}

/** A value that fits the schema, always the same one; strings carry `text`. */
export function sampleFromSchema(schema: Schema, text: string): unknown {
  return sampleNode(schema, schema, text, 0)
}

function sampleNode(node: Schema, root: Schema, text: string, depth: number): unknown {
  if (depth > MAX_DEPTH) return null
  const next = (child: unknown) => sampleNode((child ?? {}) as Schema, root, text, depth + 1)
  if (typeof node.$ref === 'string') return next(findDefinition(root, node.$ref))
  if ('const' in node) return node.const
  if (Array.isArray(node.enum)) return node.enum[0]
  if (Array.isArray(node.anyOf)) return next(node.anyOf[0])
  if (Array.isArray(node.allOf)) return Object.assign({}, ...node.allOf.map(next))
  return sampleTyped(node, next, text)
}

function sampleTyped(node: Schema, next: (child: unknown) => unknown, text: string): unknown {
  const type = Array.isArray(node.type) ? node.type[0] : node.type
  if (type === 'object') {
    const properties = Object.entries((node.properties ?? {}) as Schema)
    return Object.fromEntries(properties.map(([name, child]) => [name, next(child)]))
  }
  if (type === 'array') return node.minItems ? [next(node.items)] : []
  if (type === 'integer' || type === 'number') return 1
  if (type === 'boolean') return false
  return type === 'null' ? null : (SAMPLE_BY_FORMAT[String(node.format)] ?? text)
}
