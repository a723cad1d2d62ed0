/** Meta's error codes (contract, section 8) and what each means for a message and its endpoint. */

export type WaFailure = {
  reason: string
  /** `credentials`: hold everything and ask for a reconnect */
  action: 'never' | 'later' | 'rate' | 'credentials'
  retryAfterMs?: number
  isUnreachable?: boolean
}

const SECOND_MS = 1000

const never = (reason: string): WaFailure => ({ reason, action: 'never' })
const later = (reason: string): WaFailure => ({ reason, action: 'later' })
const rate = (seconds: number): WaFailure => ({
  reason: 'WhatsApp limits how fast this number may send.',
  action: 'rate',
  retryAfterMs: seconds * SECOND_MS,
})

const TOKEN: WaFailure = {
  reason: 'WhatsApp no longer accepts the access token. Reconnect the number.',
  action: 'credentials',
}
const PERMISSION = never('The access token is not allowed to do this.')
const BAD_REQUEST = never('WhatsApp did not accept the message as it was written.')
const TRANSIENT = later('WhatsApp has a passing problem.')
const TEMPLATE = never('The template does not exist in this language, or its values do not fit.')

const FAILURES: Record<number, WaFailure> = {
  ...{ 0: TOKEN, 190: TOKEN },
  ...{ 3: PERMISSION, 10: PERMISSION, 131005: PERMISSION },
  ...{ 4: rate(60), 80007: rate(60), 130429: rate(5), 133016: rate(600) },
  // About one message in six seconds to the same person.
  131056: rate(6),
  131048: never('WhatsApp stopped this number because customers reported its messages as spam.'),
  131049: never('WhatsApp held this message back to protect the customer from too many.'),
  368: never('WhatsApp has blocked the account for breaking its policies.'),
  131031: never('WhatsApp has locked the account.'),
  130497: never('The account may not write to customers in this country.'),
  131047: never('More than 24 hours have passed since the customer last wrote: use a template.'),
  131026: {
    ...never('The message cannot be delivered: no WhatsApp there, an old app, or blocked.'),
    isUnreachable: true,
  },
  131021: never('Sender and receiver are the same number.'),
  131051: never('WhatsApp does not support this kind of message.'),
  131052: never('WhatsApp could not fetch the file.'),
  131053: never('WhatsApp did not accept the file.'),
  ...{ 100: BAD_REQUEST, 33: BAD_REQUEST, 131008: BAD_REQUEST, 131009: BAD_REQUEST },
  ...{ 132000: TEMPLATE, 132001: TEMPLATE, 132005: TEMPLATE, 132012: TEMPLATE },
  132007: never('WhatsApp refused the template for its content.'),
  132015: never('WhatsApp has paused this template.'),
  132016: never('WhatsApp has disabled this template.'),
  ...{ 1: TRANSIENT, 2: TRANSIENT, 131000: TRANSIENT, 131016: TRANSIENT, 131057: TRANSIENT },
}

const DETAILS_CHARS_MAX = 300

/** What an error code means; a code nobody wrote down is told in the vendor's own words. */
export function failureOf(code: number, details?: string): WaFailure {
  if (code >= 200 && code <= 299) return PERMISSION
  return (
    FAILURES[code] ??
    never(details?.slice(0, DETAILS_CHARS_MAX) ?? `WhatsApp refused the message (${code}).`)
  )
}
