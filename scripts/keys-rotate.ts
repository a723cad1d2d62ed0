import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { NeitherKeyError } from '#app/platform/keys/rotate.server.ts'
import { rotateKeys } from '#app/server/rotate-keys.server.ts'
import { Refusal, runCommand } from './command/command.ts'

const KEY_BYTES = 32

// With the server stopped: a process that still holds the old key opens no company any more.
await runCommand({ 'new-key-file': z.string() }, async (runtime, options) => {
  const to = readKey(options['new-key-file'])
  if (to.equals(runtime.platformKey))
    throw new Refusal('same_key', 'The file holds the key that is in use already')
  try {
    return await rotateKeys(runtime, to)
  } catch (error) {
    if (!(error instanceof NeitherKeyError)) throw error
    throw new Refusal('neither_key', `Nothing was changed; neither key opens ${error.message}`)
  }
})

/** The key in a file, which is made when it is not there; readable by its owner only. */
function readKey(path: string): Buffer {
  if (!existsSync(path)) {
    const line = `${randomBytes(KEY_BYTES).toString('base64')}\n`
    writeFileSync(path, line, { mode: 0o600, flag: 'wx', flush: true })
  }
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (key.length === KEY_BYTES) return key
  throw new Refusal('bad_key', 'The file must hold the base64 of 32 bytes')
}
