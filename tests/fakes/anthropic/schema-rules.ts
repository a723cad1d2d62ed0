type Schema = Record<string, unknown>

/** Limits that the vendor's structured output does not take; its SDK moves them to `description`. */
const UNSUPPORTED = ['minimum', 'maximum', 'multipleOf', 'minLength', 'maxLength', 'maxItems']

/** Why `output_config.format.schema` is refused (400), or null when it is fine. */
export function findSchemaFault(schema: Schema): string | null {
  return checkNode(schema, schema, [], 'schema')
}

function checkNode(node: unknown, root: Schema, refs: string[], path: string): string | null {
  if (!isSchema(node)) return `${path}: must be an object`
  if (typeof node.$ref === 'string') return checkRef(node.$ref, root, refs, path)
  const limit = UNSUPPORTED.find((name) => name in node)
  if (limit) return `${path}: property '${limit}' is not supported`
  const branches = node.anyOf ?? node.allOf
  if (Array.isArray(branches)) return checkAll(branches, root, refs, `${path}.anyOf`)
  if ('enum' in node || 'const' in node) return null
  if (node.type === undefined) return `${path}: 'type' is required`
  return checkTyped(node, root, refs, path)
}

function checkTyped(node: Schema, root: Schema, refs: string[], path: string): string | null {
  if (node.type === 'array') return checkNode(node.items, root, refs, `${path}.items`)
  if (node.type !== 'object') return null
  if (node.additionalProperties !== false) {
    return `${path}: 'additionalProperties' must be explicitly set to false`
  }
  for (const [name, child] of Object.entries(isSchema(node.properties) ? node.properties : {})) {
    const fault = checkNode(child, root, refs, `${path}.properties.${name}`)
    if (fault) return fault
  }
  return null
}

function checkRef(ref: string, root: Schema, refs: string[], path: string): string | null {
  if (refs.includes(ref)) return `${path}: recursive $ref '${ref}' is not supported`
  const target = findDefinition(root, ref)
  if (!target) return `${path}: $ref '${ref}' does not resolve`
  return checkNode(target, root, [...refs, ref], path)
}

function checkAll(nodes: unknown[], root: Schema, refs: string[], path: string): string | null {
  for (const [index, node] of nodes.entries()) {
    const fault = checkNode(node, root, refs, `${path}.${index}`)
    if (fault) return fault
  }
  return null
}

/** Follows `#/$defs/Name` or `#`; anything else is outside the document. */
export function findDefinition(root: Schema, ref: string): Schema | null {
  if (ref === '#') return root
  const name = /^#\/(\$defs|definitions)\/([^/]+)$/.exec(ref)
  const defs = name ? root[name[1]!] : undefined
  const target = isSchema(defs) ? defs[name![2]!] : undefined
  return isSchema(target) ? target : null
}

function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
