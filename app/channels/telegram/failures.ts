import type { SendResult } from '../channel.ts'
import type { TelegramProblem } from './api.server.ts'

type Failed = Extract<SendResult, { kind: 'failed' }>

const DESCRIPTION_CHARS_MAX = 300

/** What an error means for a message and its endpoint (contract, section 6). */
export function toSendFailure(problem: TelegramProblem): SendResult {
  if (problem.kind === 'unknown') return { kind: 'unknown', reason: problem.reason }
  if (problem.kind === 'unreachable') {
    return failed(problem.reason, 'Telegram could not be reached.', 'later')
  }
  const { code, description, retryAfterMs } = problem
  switch (true) {
    case isTokenRefused(code):
      return {
        ...failed(String(code), 'Telegram no longer accepts the bot token. Reconnect the bot.'),
        ...{ retry: 'later', flagsEndpoint: true },
      }
    case code === 403:
      return { ...failed('403', reasonOf403(description)), isUnreachable: true }
    case code === 429:
      return {
        ...failed('429', 'Telegram limits how fast this bot may send.', 'later'),
        ...{ retryAfterMs, isRateLimit: true },
      }
    case code >= 500:
      return failed(String(code), 'Telegram has a passing problem.', 'later')
    default:
      return failed(String(code), inVendorWords(code, description))
  }
}

/** The token is revoked, mistyped, or belongs to another server. */
export function isTokenRefused(code: number): boolean {
  return code === 401 || code === 404 || code === 421
}

function reasonOf403(description: string): string {
  if (/blocked by the user/i.test(description)) return 'The customer has blocked the bot.'
  if (/deactivated/i.test(description)) return 'The customer has deleted their Telegram account.'
  return 'The bot may not write to this customer until they write first.'
}

function inVendorWords(code: number, description: string): string {
  const words = description.replace(/^Bad Request:\s*/i, '').slice(0, DESCRIPTION_CHARS_MAX)
  return words
    ? `Telegram refused the message: ${words}`
    : `Telegram refused the message (${code}).`
}

function failed(code: string, reason: string, retry: Failed['retry'] = 'never'): Failed {
  return { kind: 'failed', code, reason, retry }
}
