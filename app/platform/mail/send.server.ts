import { createTransport } from 'nodemailer'
import { parseEmail } from '#app/credentials/email.ts'
import type { PlatformDb } from '../db.server.ts'
import type { Mail } from './compose.server.ts'
import { keepInOutbox } from './outbox.server.ts'

const CONNECT_TIMEOUT_MS = 10_000
const GREETING_TIMEOUT_MS = 10_000
const SOCKET_TIMEOUT_MS = 30_000

export type OutgoingMail = Mail & {
  to: string
  /** whose mail it is, for the outbox; null for the platform's own */
  tenantId: string | null
  /** stays the same when a job is tried again, so that a mail program shows it once */
  mailId: string
  /** an appointment for the reader's calendar */
  calendar?: { method: string; content: string }
}

/** `permanent`: this address or message will never be taken; otherwise try again later. */
export type SendMailResult = { ok: true } | { ok: false; reason: string; isPermanent: boolean }

export type SendMail = (mail: OutgoingMail) => Promise<SendMailResult>

/**
 * Sends through the SMTP server of the configuration. Without one, mails are kept in the
 * outbox, which only development shows.
 */
export function createSendMail(
  platform: PlatformDb,
  settings: { smtpUrl: string | undefined; from: string },
): { send: SendMail; close: () => void } {
  if (!settings.smtpUrl) {
    const send: SendMail = (mail) => {
      keepInOutbox(platform, mail)
      return Promise.resolve({ ok: true })
    }
    return { send, close: () => undefined }
  }
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: CONNECT_TIMEOUT_MS,
    greetingTimeout: GREETING_TIMEOUT_MS,
    socketTimeout: SOCKET_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = /@([^\s<>]+)/.exec(settings.from)?.[1] ?? 'localhost'

  async function send(mail: OutgoingMail): Promise<SendMailResult> {
    // A line break or a second address in `to` would become recipients of its own.
    const to = parseEmail(mail.to)
    if (!to) return { ok: false, reason: 'invalid_email', isPermanent: true }
    try {
      await transport.sendMail({
        ...{ from: settings.from, to, subject: mail.subject, text: mail.text, html: mail.html },
        messageId: `<${mail.mailId}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(mail.calendar && { icalEvent: { ...mail.calendar, filename: 'invite.ics' } }),
      })
      return { ok: true }
    } catch (error) {
      return toFailure(error)
    }
  }
  return { send, close: () => transport.close() }
}

/** 5yz is for ever; connection trouble, time-outs and 4yz (greylisting) pass. */
function toFailure(error: unknown): SendMailResult {
  const { code, responseCode } = error as { code?: string; responseCode?: number }
  const isPermanent = code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500
  const reason = [code ?? 'unknown', responseCode].filter(Boolean).join(' ')
  return { ok: false, reason, isPermanent }
}
