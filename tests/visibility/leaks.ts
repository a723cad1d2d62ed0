import { FORMER_BASE, groupOfId, groupOfWord } from './groups.ts'
import type { Group } from './groups.ts'

const WORD = /\b([a-z]+)mark[a-z]*/g
const ID = /(?<![\w.-])([6-9]\d{6})(?![\w.])/g
const PHONE = /(?:\+|%2B)?25470([6-9]\d{6})/g

/**
 * The marks of rows in an answer that this person may not know of. What was asked for in the
 * address stands in the answer anyway and says nothing.
 */
export function findLeaks(
  answer: string,
  { known, asked }: { known: Group[]; asked: string },
): string[] {
  const names = new Set(known.map(({ name }) => name))
  const said = new Set(
    decodeURIComponent(asked.replace(/\+/g, ' ')).match(/[a-z]+mark[a-z]*|\d{7,}/g) ?? [],
  )
  const isKnown = (group: Group | undefined) => group === undefined || names.has(group.name)
  const words = [...answer.matchAll(WORD)].flatMap(([word, name]) => {
    const group = groupOfWord(name as string)
    return isKnown(group) || said.has(word) ? [] : [word]
  })
  const ids = [...answer.matchAll(ID), ...answer.matchAll(PHONE)].flatMap(([text, digits]) => {
    const id = Number(digits)
    if (id >= FORMER_BASE && id < FORMER_BASE + 1e5) return []
    const isAsked = [...said].some((one) => one.includes(String(digits)))
    return isKnown(groupOfId(id)) || isAsked ? [] : [text]
  })
  return [...new Set([...words, ...ids])]
}
