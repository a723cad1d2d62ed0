import { beforeEach, expect, test, vi } from 'vitest'
import type { ThreadData } from './page-data.ts'
import {
  epochOf,
  findFreshThread,
  findKnownThread,
  forgetThread,
  forgetThreads,
  isFreshShown,
  keepThread,
  markThreadOld,
  noteThreadShown,
  setLive,
} from './thread-cache.ts'

const thread = (id: number) => ({ head: { id } }) as ThreadData

beforeEach(() => {
  forgetThreads()
  setLive(true)
})

test('a kept thread counts while it is live and unchanged', () => {
  keepThread(thread(1), epochOf(1))
  expect(findFreshThread(1)).toBeDefined()
  setLive(false)
  expect(findFreshThread(1)).toBeUndefined()
  setLive(true)
  markThreadOld(1)
  expect(findFreshThread(1)).toBeUndefined()
  expect(findKnownThread(1)).toBeDefined()
})

test('an answer that was asked for before a change is not kept', () => {
  const askedAt = epochOf(1)
  markThreadOld(1)
  keepThread(thread(1), askedAt)
  expect(findKnownThread(1)).toBeUndefined()
})

test('a change elsewhere does not throw an answer away', () => {
  const askedAt = epochOf(1)
  markThreadOld(2)
  keepThread(thread(1), askedAt)
  expect(findFreshThread(1)).toBeDefined()
})

test('what left one’s reach is gone, also for when there is no connection', () => {
  keepThread(thread(1), epochOf(1))
  forgetThread(1)
  expect(findKnownThread(1)).toBeUndefined()
})

test('the oldest are let go of', () => {
  for (let id = 1; id <= 60; id++) keepThread(thread(id), epochOf(id))
  expect(findKnownThread(1)).toBeUndefined()
  expect(findKnownThread(60)).toBeDefined()
})

test('what arrived and was never shown is still to be shown', () => {
  const [before, after] = [thread(1), thread(1)]
  noteThreadShown(before)
  keepThread(after, epochOf(1))
  expect(isFreshShown(1)).toBe(false)
  noteThreadShown(after)
  expect(isFreshShown(1)).toBe(true)
})

test('the thread of the document is kept, but never over what was heard since', async () => {
  vi.resetModules()
  const cache = await import('./thread-cache.ts')
  cache.setLive(true)
  const sent = thread(1)
  cache.keepFirstThread(sent)
  expect(cache.findFreshThread(1)).toBe(sent)
  cache.markThreadOld(1)
  cache.keepFirstThread(sent)
  expect(cache.findFreshThread(1)).toBeUndefined()
})
