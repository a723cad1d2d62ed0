import { existsSync, readFileSync } from 'node:fs'

/** A test as a page of the documentation names it: `file` “name”. */
export type NamedTest = { file: string; name: string }

const NAMED = /`([\w./-]+\.(?:test|e2e)\.tsx?)`((?:[\s,]*“[^”]+”)+)/g

/** Every test that a text names. */
export function readNamedTests(text: string): NamedTest[] {
  return [...text.matchAll(NAMED)].flatMap(([, file, names]) =>
    [...(names as string).matchAll(/“([^”]+)”/g)].map(([, name]) => ({
      ...{ file: file as string, name: name as string },
    })),
  )
}

/** Why a named test does not count: there is no such file or name, or it is skipped. */
export function findTrouble({ file, name }: NamedTest): string | undefined {
  if (!existsSync(file)) return `${file} is not there`
  const source = readFileSync(file, 'utf8')
  const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const asTest = new RegExp(`([\\w.]*)\\(\\s*(['"\`])${literal}\\2\\s*,`, 'g')
  const found = [...source.matchAll(asTest)]
  if (found.length === 0) return `${file} has no test “${name}”`
  const skipped = found.some(([, call]) => /skip|todo|fails/.test(call as string))
  return skipped ? `${file}: “${name}” is skipped` : undefined
}
