import { createBackground } from '../http/background.ts'
import { createClock } from '../http/clock.ts'
import { json } from '../http/exchange.ts'
import type { FakeReply, FakeRequest } from '../http/exchange.ts'
import { callReceiver } from '../http/post.ts'
import { answerFrom, route } from '../http/router.ts'
import { listen } from '../http/server.ts'
import { toCallback } from './callback.ts'
import { checkPush } from './check-push.ts'
import { outcomeOf } from './outcomes.ts'
import type { Outcome } from './outcomes.ts'

export type Prompt = {
  checkoutRequestId: string
  merchantRequestId: string
  amount: number
  phone: string
  callbackUrl: string
  reference: string
  outcome: Outcome
  /** undefined while the customer still looks at the phone */
  resultCode?: number
  receipt: string
}

export type MpesaFakeOptions = {
  port?: number
  consumerKey?: string
  consumerSecret?: string
  shortCode?: string
  passkey?: string
  /** how long a customer takes, ms */
  answersAfterMs?: number
  /** callbacks to http on this machine are taken too */
  allowLoopback?: boolean
}

export type MpesaFake = Awaited<ReturnType<typeof startMpesaFake>>

type Fault = 'spike' | 'html' | 'hang' | 'expire_token' | 'accept_then_drop'

const TOKEN_SECONDS = 3599

/**
 * Daraja's payment prompts: checks key, password, fields and address of what it gets, answers as
 * Safaricom does, and calls back in the way that the phone's last two digits choose.
 */
export async function startMpesaFake(options: MpesaFakeOptions = {}) {
  const {
    consumerKey = 'demo-key',
    consumerSecret = 'demo-secret',
    shortCode = '174379',
    passkey = 'demo-passkey',
    answersAfterMs = 20,
    allowLoopback = true,
  } = options
  const clock = createClock()
  const background = createBackground()
  const prompts: Prompt[] = []
  const tokens = new Map<string, number>()
  const refusals: string[] = []
  let faults: Fault[] = []
  let receiverPort = ''
  let counter = 0

  const routes = [
    route('GET', '/oauth/v1/generate', authorize),
    route('POST', '/mpesa/stkpush/v1/processrequest', push),
    route('POST', '/mpesa/stkpushquery/v1/query', query),
    route('GET', '/_control/prompts', () => json(prompts)),
    route('POST', '/_control/faults', (request) => {
      faults.push((JSON.parse(request.body.toString()) as { kind: Fault }).kind)
      return json({})
    }),
  ]
  const server = await listen((request) => answerFrom(routes, request) ?? wrongAddress(), options)

  function authorize(request: FakeRequest): FakeReply {
    const expected = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64')
    if (request.query.get('grant_type') !== 'client_credentials')
      return problem(400, '400.008.02', 'Invalid grant type passed')
    if (request.headers['authorization'] !== `Basic ${expected}`)
      return problem(400, '400.008.01', 'Invalid Authentication passed')
    const token = `token-${++counter}`
    tokens.set(token, clock.now() + TOKEN_SECONDS * 1000)
    return json({ access_token: token, expires_in: String(TOKEN_SECONDS) })
  }

  function isSignedIn(request: FakeRequest): boolean {
    const token = /^Bearer (.+)$/.exec(request.headers['authorization'] ?? '')?.[1] ?? ''
    return (tokens.get(token) ?? 0) > clock.now()
  }

  function push(request: FakeRequest): FakeReply | Promise<FakeReply> {
    const fault = faults.shift()
    if (fault === 'expire_token') tokens.clear()
    if (fault === 'spike') return problem(500, '500.003.02', 'Spike arrest violation')
    if (fault === 'html') return html()
    if (fault === 'hang') return { silence: 'hang' }
    if (!isSignedIn(request)) return problem(404, '404.001.03', 'Invalid Access Token')
    const checked = checkPush(request, { shortCode, passkey, allowLoopback, now: clock.now() })
    if (!checked.ok) {
      refusals.push(checked.message)
      return problem(checked.status, checked.code, checked.message)
    }
    const prompt: Prompt = {
      ...checked.ask,
      checkoutRequestId: `ws_CO_${clock.now()}${String(++counter).padStart(5, '0')}`,
      merchantRequestId: `29115-${34620560 + counter}-1`,
      outcome: outcomeOf(checked.ask.phone),
      receipt: `T${String(clock.now()).slice(-6)}${String(counter).padStart(3, '0')}`.toUpperCase(),
    }
    prompts.push(prompt)
    if (prompt.outcome.kind !== 'callback_first') background.run(() => decide(prompt))
    if (fault === 'accept_then_drop') return { silence: 'drop' }
    const reply = json({
      ...{ MerchantRequestID: prompt.merchantRequestId, ResponseCode: '0' },
      CheckoutRequestID: prompt.checkoutRequestId,
      ResponseDescription: 'Success. Request accepted for processing',
      CustomerMessage: 'Success. Request accepted for processing',
    })
    if (prompt.outcome.kind !== 'callback_first') return reply
    return decide(prompt).then(() => reply)
  }

  async function decide(prompt: Prompt): Promise<void> {
    const { outcome } = prompt
    if (outcome.kind !== 'callback_first' && !(await background.sleep(answersAfterMs))) return
    prompt.resultCode = outcome.code
    if (outcome.kind === 'no_callback') return
    const times = outcome.kind === 'twice' ? 2 : 1
    for (let time = 0; time < times; time++) await tell(prompt)
  }

  /** Sends the callback of a prompt (again), as it is or changed. */
  async function tell(prompt: Prompt, change: (body: string) => string = (body) => body) {
    const body = Buffer.from(change(toCallback(prompt)))
    const address = new URL(prompt.callbackUrl)
    if (receiverPort) address.port = receiverPort
    return callReceiver(address.href, {
      ...{ headers: { 'content-type': 'application/json' }, body, timeoutMs: 5_000 },
    })
  }

  function query(request: FakeRequest): FakeReply {
    if (!isSignedIn(request))
      return problem(401, '401.003.01', 'Error Occurred - Invalid Access Token')
    const body = JSON.parse(request.body.toString()) as { CheckoutRequestID?: string }
    const prompt = prompts.find((one) => one.checkoutRequestId === body.CheckoutRequestID)
    if (!prompt) return problem(400, '400.002.02', 'Bad Request - Invalid CheckoutRequestID')
    if (prompt.resultCode === undefined)
      return problem(500, '500.001.1001', 'The transaction is being processed')
    return json({
      ...{ ResponseCode: '0', MerchantRequestID: prompt.merchantRequestId },
      CheckoutRequestID: prompt.checkoutRequestId,
      ...{ ResultCode: String(prompt.resultCode), ResultDesc: 'The service request is processed' },
    })
  }

  return {
    url: server.url,
    ...{ prompts, refusals, tell },
    /** callbacks go to this port, for a server that got whichever was free */
    reachAt: (port: number) => void (receiverPort = String(port)),
    fail: (...kinds: Fault[]) => void (faults = [...faults, ...kinds]),
    settled: () => background.settled(),
    close: async () => {
      background.stop()
      await server.close()
    },
  }
}

function problem(status: number, errorCode: string, errorMessage: string): FakeReply {
  return json({ requestId: '16813-15-1', errorCode, errorMessage }, status)
}

function wrongAddress(): FakeReply {
  return problem(404, '404.001.01', 'Resource not found')
}

function html(): FakeReply {
  const bytes = Buffer.from('<html><body>Request unsuccessful. Incapsula incident</body></html>')
  return { status: 503, bytes, headers: { 'content-type': 'text/html' } }
}
