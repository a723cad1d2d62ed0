export type FormValue = string | FormValue[] | { [name: string]: FormValue }
export type FormFields = { [name: string]: FormValue }

/** Reads `a[b][0][c]=d` as the vendor does: brackets make objects, whole numbers make lists. */
export function readBrackets(text: string): FormFields {
  const fields: FormFields = {}
  for (const [key, value] of new URLSearchParams(text)) {
    const path = key.split('[').map((part) => part.replace(/\]$/, ''))
    put(fields, path, value)
  }
  return fields
}

function put(target: FormFields, [name = '', ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    target[name] = value
    return
  }
  const inner = (target[name] ??= {}) as FormFields
  put(inner, rest, value)
}

/** The text at a path of names; undefined where there is none. */
export function textAt(fields: FormFields, ...path: string[]): string | undefined {
  let value: FormValue | undefined = fields
  for (const name of path)
    value = typeof value === 'object' ? (value as FormFields)[name] : undefined
  return typeof value === 'string' ? value : undefined
}

/** Names and texts below a path, for metadata. */
export function textsAt(fields: FormFields, ...path: string[]): Record<string, string> {
  let value: FormValue | undefined = fields
  for (const name of path)
    value = typeof value === 'object' ? (value as FormFields)[name] : undefined
  if (typeof value !== 'object' || Array.isArray(value)) return {}
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  )
}

/** Everything that was sent, as dotted paths with numbers left out. */
export function pathsOf(fields: FormFields, above = ''): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const path = /^\d+$/.test(name) ? above : above ? `${above}.${name}` : name
    return typeof value === 'string' ? [path] : pathsOf(value as FormFields, path)
  })
}
