/** Names of pino's levels, the mildest first. */
export const logLevels = { debug: 20, info: 30, warn: 40, error: 50 } as const
export type LogLevel = keyof typeof logLevels

/** What a line is about: a request of one of the surfaces, a job, or the process itself. */
// prettier-ignore
export const logSurfaces = ['app', 'portal', 'webhook', 'api', 'widget', 'other', 'job', 'process'] as const
export type LogSurface = (typeof logSurfaces)[number]

/** A line as it is kept; `details` is what else was logged, as JSON without secrets. */
export type LogLine = {
  at: number
  level: number
  message: string
  surface: string
  tenantId: string | null
  requestId: string | null
  /** kind of job, declared address, channel */
  kind: string | null
  /** an error's code or name, or a reason */
  code: string | null
  details: string | null
}

const DETAILS_MAX = 4_000
const WORD_MAX = 200

/**
 * Takes a line of pino apart.
 *
 * @returns undefined when it is no JSON object
 */
export function readLine(text: string): LogLine | undefined {
  const parsed = parse(text)
  if (!parsed) return undefined
  const { level, time, msg, surface, tenant, requestId, ...rest } = parsed
  const at = typeof time === 'string' ? Date.parse(time) : Date.now()
  const details = JSON.stringify(rest)
  return {
    at: Number.isNaN(at) ? Date.now() : at,
    level: typeof level === 'number' ? level : logLevels.info,
    message: word(msg) ?? '',
    surface: word(surface) ?? 'process',
    tenantId: word(tenant),
    requestId: word(requestId),
    kind: word(rest['route'] ?? rest['kind'] ?? rest['channel']),
    code: codeOf(rest),
    details: details === '{}' ? null : details.slice(0, DETAILS_MAX),
  }
}

/** The name of a level; between two it is the milder one. */
export function toLevel(level: number): LogLevel {
  if (level >= logLevels.error) return 'error'
  if (level >= logLevels.warn) return 'warn'
  return level >= logLevels.info ? 'info' : 'debug'
}

function codeOf(rest: Record<string, unknown>): string | null {
  const err = rest['err'] as { name?: unknown; code?: unknown } | undefined
  return word(rest['code'] ?? rest['reason'] ?? rest['outcome'] ?? err?.code ?? err?.name)
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function word(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value.slice(0, WORD_MAX) : null
}
