import { expect, test } from 'vitest'
import { isListStale, keepListMark, listMark, markListOld, noteListShown } from './freshness.ts'

test('a list counts as new only once it is shown', () => {
  expect(isListStale()).toBe(false)
  markListOld()
  expect(isListStale()).toBe(true)
  const list = {}
  keepListMark(list, listMark())
  // Answered, but given up for a newer load: still the old one is on the screen.
  expect(isListStale()).toBe(true)
  noteListShown(list)
  expect(isListStale()).toBe(false)
})

test('what changed while a list was asked for makes it old at once', () => {
  const list = {}
  keepListMark(list, listMark())
  markListOld()
  noteListShown(list)
  expect(isListStale()).toBe(true)
})
