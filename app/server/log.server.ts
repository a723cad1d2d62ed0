import { pino } from 'pino'
import type { Logger } from 'pino'

export type Log = Logger

/** Never written, wherever they stand in a logged object. */
const REDACTED = [
  ...['authorization', 'cookie', 'password', 'token', 'secret', 'text', 'email', 'phone'],
  ...['body', 'apiKey', 'accessToken', 'appSecret', 'botToken', 'secretToken'],
]

/**
 * One JSON line per event on stderr (stdout belongs to commands). Callers log ids and
 * reasons; message texts, personal data and secrets are redacted in case one slips in.
 */
export function createLog(level: string, destination?: { write: (line: string) => void }): Log {
  const paths = REDACTED.flatMap((key) => [key, `*.${key}`, `*.*.${key}`])
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths, censor: '[redacted]' },
      serializers: { err: toSafeError },
    },
    destination ?? pino.destination({ fd: 2, sync: false }),
  )
}

/** An error's kind, code and place; its message may quote what a person typed, so it is cut. */
function toSafeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error ? String(error.code) : undefined
  return { name: error.name, code, message: error.message.slice(0, 200), stack: frames(error) }
}

function frames(error: Error): string | undefined {
  return error.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
    .join('\n')
}
