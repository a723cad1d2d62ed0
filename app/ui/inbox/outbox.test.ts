import { beforeEach, expect, test, vi } from 'vitest'
import type { Outgoing } from './outbox.ts'

const stored = new Map<string, string>()

beforeEach(() => {
  stored.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  })
})

/** The outbox of a page that has just been opened. */
async function openPage() {
  vi.resetModules()
  const { outbox } = await import('./outbox.ts')
  outbox.restore(7)
  return outbox
}

const message = (key: string, change: Partial<Outgoing> = {}): Outgoing => ({
  ...{ key, conversationId: 1, text: `text of ${key}`, fileNames: [], at: 1, state: 'sending' },
  ...change,
})

test('what was on its way when the page was left is there again, to be sent under its key', async () => {
  const before = await openPage()
  before.add(message('a'), new FormData())
  const after = await openPage()
  expect(after.list()).toMatchObject([{ key: 'a', text: 'text of a', state: 'offline' }])
})

test('what has arrived is not sent again after a reload', async () => {
  const before = await openPage()
  before.add(message('a'), new FormData())
  before.change('a', { messageId: 12 })
  expect((await openPage()).list()).toEqual([])
})

test('a message whose files a reload lost waits for a person', async () => {
  const before = await openPage()
  before.add(message('a', { fileNames: ['photo.png'] }), new FormData())
  expect((await openPage()).list()).toMatchObject([{ state: 'refused', reason: 'files_not_kept' }])
})

test('another member on the same device sees none of it', async () => {
  const before = await openPage()
  before.add(message('a'), new FormData())
  vi.resetModules()
  const { outbox } = await import('./outbox.ts')
  outbox.restore(8)
  expect(outbox.list()).toEqual([])
})

test('a storage that cannot be read or written stops nothing', async () => {
  vi.stubGlobal('localStorage', {
    getItem: () => 'not json',
    setItem: () => {
      throw new Error('full')
    },
  })
  const outbox = await openPage()
  outbox.add(message('a'), new FormData())
  expect(outbox.list()).toHaveLength(1)
})
