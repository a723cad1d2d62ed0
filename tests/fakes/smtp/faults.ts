/** Each serves one connection, sign-in, recipient or message, whichever its name says. */
export const SMTP_FAULTS = {
  slow_banner: { at: 'connect' },
  busy: { at: 'connect', code: 421, text: '4.3.2 Too busy, try again later' },
  auth_refused: { at: 'auth', code: 535, text: '5.7.8 Authentication credentials invalid' },
  greylist: { at: 'recipient', code: 450, text: '4.2.0 Greylisted, try again later' },
  unknown_recipient: { at: 'recipient', code: 550, text: '5.1.1 No such mailbox' },
  spam_refused: { at: 'data', code: 554, text: '5.7.1 Message refused' },
  full_mailbox: { at: 'data', code: 452, text: '4.2.2 Mailbox full' },
  /** The message is kept, but the client never learns it. */
  drop_after_data: { at: 'data' },
  hang_after_data: { at: 'data' },
} as const satisfies Record<string, SmtpFault>

export type SmtpFault = {
  at: 'connect' | 'auth' | 'recipient' | 'data'
  code?: number
  text?: string
}
export type SmtpFaultMode = keyof typeof SMTP_FAULTS
export type QueuedFault = { mode: SmtpFaultMode; times: number }

/** The oldest fault meant for this moment; counts it down. */
export function takeFault(queue: QueuedFault[], at: SmtpFault['at']): SmtpFaultMode | null {
  const next = queue.find((fault) => SMTP_FAULTS[fault.mode].at === at)
  if (!next) return null
  next.times -= 1
  if (next.times <= 0) queue.splice(queue.indexOf(next), 1)
  return next.mode
}

/** The refusal for a mode, or null when the mode is not a plain refusal. */
export function toRefusal(mode: SmtpFaultMode | null): Error | null {
  const fault: SmtpFault | null = mode ? SMTP_FAULTS[mode] : null
  return fault?.code ? Object.assign(new Error(fault.text), { responseCode: fault.code }) : null
}
