import type { AddressInfo, Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { SMTPServerDataStream, SMTPServerSession } from 'smtp-server'
import { takeFault, toRefusal } from './faults.ts'
import type { QueuedFault, SmtpFault, SmtpFaultMode } from './faults.ts'
import { parseMail } from './message.ts'
import type { ReceivedMail } from './message.ts'

const MAX_MESSAGE_BYTES = 25 * 1024 * 1024
const MAX_KEPT_MESSAGES = 1_000
const SLOW_BANNER_MS = 3_000
const DEFAULT_WAIT_MS = 5_000

export type SmtpFake = {
  /** For `SMTP_URL`; no TLS. */
  url: string
  /** Every accepted mail, oldest first. */
  messages: ReceivedMail[]
  /** The first mail, past or coming, that fits; throws after `timeoutMs` (5 s by default). */
  waitFor: (fits: (mail: ReceivedMail) => boolean, timeoutMs?: number) => Promise<ReceivedMail>
  fault: (mode: SmtpFaultMode, times?: number) => void
  clearFaults: () => void
  close: () => Promise<void>
}

export type SmtpFakeOptions = {
  port?: number
  /** When given, mail is taken only after signing in with exactly these. */
  auth?: { user: string; pass: string }
}

type State = {
  messages: ReceivedMail[]
  faults: QueuedFault[]
  sockets: Map<number, Socket>
  onMail: Set<() => void>
}

type Done = (error?: Error | null) => void

/** A mail sink on 127.0.0.1 that parses what it takes. */
export async function startSmtpFake(options: SmtpFakeOptions = {}): Promise<SmtpFake> {
  const state: State = { messages: [], faults: [], sockets: new Map(), onMail: new Set() }
  const smtp = createServer(state, options.auth)
  smtp.on('error', () => undefined) // A client that drops its connection is no failure of the sink.
  smtp.server.on('connection', (socket: Socket) => trackSocket(state, socket))
  await new Promise<void>((resolve, reject) => {
    smtp.server.once('error', reject)
    smtp.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = smtp.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages: state.messages,
    waitFor: (fits, timeoutMs = DEFAULT_WAIT_MS) => waitForMail(state, fits, timeoutMs),
    fault: (mode, times = 1) => void state.faults.push({ mode, times }),
    clearFaults: () => void (state.faults.length = 0),
    close: () => closeServer(state, smtp),
  }
}

function createServer(state: State, auth: SmtpFakeOptions['auth']): SMTPServer {
  const refuse = (at: SmtpFault['at']) => toRefusal(takeFault(state.faults, at))
  return new SMTPServer({
    size: MAX_MESSAGE_BYTES,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: !auth,
    disableReverseLookup: true,
    onConnect: (_session, done: Done) => greet(state, done),
    onAuth: ({ username, password }, _session, done) => {
      const isGood = !auth || (username === auth.user && password === auth.pass)
      const refusal = refuse('auth') ?? (isGood ? null : toRefusal('auth_refused'))
      done(refusal, { user: username })
    },
    onRcptTo: (_address, _session, done: Done) => done(refuse('recipient')),
    onData: (stream, session, done: Done) => void takeMail(state, { stream, session, done }),
  })
}

function greet(state: State, done: Done): void {
  const mode = takeFault(state.faults, 'connect')
  if (mode === 'slow_banner') setTimeout(done, SLOW_BANNER_MS).unref()
  else done(toRefusal(mode))
}

async function takeMail(
  state: State,
  mail: { stream: SMTPServerDataStream; session: SMTPServerSession; done: Done },
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of mail.stream as AsyncIterable<Buffer>) chunks.push(chunk)
  if (mail.stream.sizeExceeded) {
    return mail.done(Object.assign(new Error('5.3.4 Message too big'), { responseCode: 552 }))
  }
  const mode = takeFault(state.faults, 'data')
  const refusal = toRefusal(mode)
  if (refusal) return mail.done(refusal)
  const { mailFrom, rcptTo } = mail.session.envelope
  const envelope = { from: mailFrom ? mailFrom.address : '', to: rcptTo.map((to) => to.address) }
  keepMail(state, await parseMail(Buffer.concat(chunks), envelope))
  if (mode === 'drop_after_data') state.sockets.get(mail.session.remotePort)?.destroy()
  if (mode === null) mail.done()
}

function keepMail(state: State, mail: ReceivedMail): void {
  state.messages.push(mail)
  if (state.messages.length > MAX_KEPT_MESSAGES) state.messages.shift()
  for (const notify of state.onMail) notify()
}

function waitForMail(
  state: State,
  fits: (mail: ReceivedMail) => boolean,
  timeoutMs: number,
): Promise<ReceivedMail> {
  return new Promise((resolve, reject) => {
    const finish = () => {
      clearTimeout(timer)
      state.onMail.delete(check)
    }
    const check = () => {
      const found = state.messages.find(fits)
      if (found) finish()
      if (found) resolve(found)
    }
    const timer = setTimeout(() => {
      finish()
      reject(new Error(`no such mail in ${timeoutMs} ms; ${state.messages.length} others came`))
    }, timeoutMs)
    state.onMail.add(check)
    check()
  })
}

function trackSocket(state: State, socket: Socket): void {
  const port = socket.remotePort ?? 0
  state.sockets.set(port, socket)
  socket.once('close', () => state.sockets.delete(port))
}

function closeServer(state: State, smtp: SMTPServer): Promise<void> {
  return new Promise((resolve) => {
    smtp.close(() => resolve())
    for (const socket of state.sockets.values()) socket.destroy()
  })
}
