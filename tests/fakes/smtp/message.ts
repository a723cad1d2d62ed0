import { simpleParser } from 'mailparser'
import type { AddressObject } from 'mailparser'

/** One mail as the sink received it. */
export type ReceivedMail = {
  /** Bare addresses of the headers. */
  from: string
  to: string[]
  replyTo: string[]
  subject: string
  text: string
  html: string
  messageId: string
  /** Lower-case names; the last one counts when a name is repeated. */
  headers: Record<string, string>
  attachments: { filename: string | null; contentType: string; content: Buffer }[]
  /** Addresses of MAIL FROM and RCPT TO: what really decides the delivery. */
  envelope: { from: string; to: string[] }
  raw: string
}

/** Parses a mail (RFC 5322 and MIME) from its raw bytes. */
export async function parseMail(
  raw: Buffer,
  envelope: ReceivedMail['envelope'],
): Promise<ReceivedMail> {
  const mail = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true })
  return {
    from: toAddresses(mail.from)[0] ?? '',
    to: toAddresses(mail.to),
    replyTo: toAddresses(mail.replyTo),
    subject: mail.subject ?? '',
    text: (mail.text ?? '').trim(),
    html: mail.html || '',
    messageId: mail.messageId ?? '',
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, toValue(line)])),
    attachments: mail.attachments.map((part) => ({
      filename: part.filename ?? null,
      contentType: part.contentType,
      content: part.content,
    })),
    envelope,
    raw: raw.toString('utf8'),
  }
}

function toAddresses(field: AddressObject | AddressObject[] | undefined): string[] {
  const objects = field === undefined ? [] : Array.isArray(field) ? field : [field]
  return objects.flatMap((object) => object.value.map((entry) => entry.address ?? ''))
}

function toValue(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim()
}
