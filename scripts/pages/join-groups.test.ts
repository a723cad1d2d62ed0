import { expect, test } from 'vitest'
import { joinGroups } from './join-groups.ts'
import type { Group } from './join-groups.ts'

const pages = (...names: string[]) => new Set(names)
const group = (name: string, size: number, pages: Set<string>): Group => ({
  ...{ modules: [name], size, pages },
})
const nothing = () => []
const toFiles = (groups: Group[]) => groups.map(({ modules }) => [...modules].sort()).sort()

test('what nearly the same pages load is one file', () => {
  const icon = group('icon', 500, pages('inbox', 'thread'))
  const row = group('row', 9_000, pages('inbox', 'thread', 'queue'))
  expect(toFiles(joinGroups([icon, row], nothing))).toEqual([['icon', 'row']])
})

test('a page is not given what is large and it does not use', () => {
  const composer = group('composer', 60_000, pages('thread', 'messages'))
  const button = group('button', 900, pages('thread', 'messages', 'login', 'signup'))
  expect(toFiles(joinGroups([composer, button], nothing))).toEqual([['button'], ['composer']])
})

test('two files never need each other', () => {
  const imports: Record<string, string[]> = { row: ['menu'], menu: ['icon'] }
  const groups = [
    group('icon', 500, pages('inbox', 'thread')),
    group('menu', 90_000, pages('inbox', 'thread', 'other', 'more', 'most')),
    group('row', 500, pages('inbox', 'thread')),
  ]
  const files = toFiles(joinGroups(groups, (id) => imports[id] ?? []))
  expect(files).not.toContainEqual(['icon', 'row'])
})
