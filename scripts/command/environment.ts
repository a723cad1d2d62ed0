import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import webpush from 'web-push'
import { readEnv, requireSecrets } from '#app/server/env.server.ts'
import type { EnvWithSecrets } from '#app/server/env.server.ts'

const SECRETS_FILE = 'secrets.env'
const VAPID_FILE = 'vapid.env'

/**
 * The environment of a command or a local start: flags beat the environment, which beats
 * `.env`, which beats the secrets kept in the data folder. Missing secrets are made once and
 * kept there; the deployed image never comes this way.
 *
 * @param defaults used where nothing else says anything, e.g. the demo's stand-ins
 * @throws EnvError when a variable is wrong
 */
export function localEnvironment(
  flags: Record<string, string | undefined> = {},
  defaults: Record<string, string> = {},
): EnvWithSecrets {
  const layered = { ...defaults, ...readFile('.env'), ...filled(process.env), ...filled(flags) }
  const dataDir = layered['DATA_DIR'] ?? 'data'
  return requireSecrets(
    readEnv({ ...secretsIn(dataDir), ...vapidFor(dataDir, layered), ...layered }),
  )
}

/** Secrets of a data folder, made on first use and readable by the owner only. */
function secretsIn(dataDir: string): Record<string, string> {
  return keepOnce(dataDir, SECRETS_FILE, () => ({
    SESSION_SECRET: randomBytes(48).toString('base64url'),
    ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  }))
}

/** Keys for notifications on devices; devices know the one they were turned on with. */
function vapidFor(dataDir: string, given: Record<string, string>): Record<string, string> {
  if (given['VAPID_PUBLIC_KEY'] || given['VAPID_PRIVATE_KEY']) return {}
  return keepOnce(dataDir, VAPID_FILE, () => {
    const { publicKey, privateKey } = webpush.generateVAPIDKeys()
    return { VAPID_PUBLIC_KEY: publicKey, VAPID_PRIVATE_KEY: privateKey }
  })
}

function keepOnce(
  dataDir: string,
  name: string,
  make: () => Record<string, string>,
): Record<string, string> {
  const path = join(dataDir, name)
  if (existsSync(path)) return readFile(path)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const secrets = make()
  const lines = Object.entries(secrets).map(([key, value]) => `${key}=${value}\n`)
  try {
    writeFileSync(path, lines.join(''), { mode: 0o600, flag: 'wx' })
    return secrets
  } catch {
    // Another process made them first.
    return readFile(path)
  }
}

function readFile(path: string): Record<string, string> {
  if (!existsSync(path)) return {}
  return filled(parseEnv(readFileSync(path, 'utf8')))
}

/** Empty means not set, in every layer. */
function filled(source: Record<string, string | undefined>): Record<string, string> {
  const entries = Object.entries(source).filter(([, value]) => value !== undefined && value !== '')
  return Object.fromEntries(entries) as Record<string, string>
}
