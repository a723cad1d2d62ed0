import { pino } from 'pino'
import type { Logger } from 'pino'
import { readLogScope } from './log-scope.server.ts'
import { scrubFields, toSafeError } from './scrub.server.ts'

export type Log = Logger
export type LogDestination = { write: (line: string) => void }

/** Never written, wherever they stand in a logged object. */
const REDACTED = [
  ...['authorization', 'cookie', 'password', 'token', 'secret', 'text', 'email', 'phone'],
  ...['body', 'apiKey', 'accessToken', 'appSecret', 'botToken', 'secretToken'],
]

/**
 * One JSON line per event on stderr (stdout belongs to commands) and wherever else is named,
 * with what it belongs to: surface, request, company. Callers log ids and reasons; message
 * texts, personal data and secrets are taken out in case one slips in.
 */
export function createLog(level: string, ...destinations: LogDestination[]): Log {
  const paths = REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin: readLogScope,
      redact: { paths, censor: '[redacted]' },
      formatters: { log: scrubFields },
      serializers: { err: toSafeError },
    },
    toOne(destinations),
  )
}

function toOne(destinations: LogDestination[]): LogDestination {
  const [first = toStderr(), ...others] = destinations
  if (others.length === 0) return first
  return pino.multistream([first, ...others].map((stream) => ({ stream, level: 'trace' as const })))
}

/** Where lines go when nobody keeps them elsewhere. */
export function toStderr(): LogDestination {
  return pino.destination({ fd: 2, sync: false })
}
