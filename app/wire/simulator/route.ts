import { request as httpRequest } from 'node:http'
import type { Request, Response } from 'express'
import { connect } from '#app/channels/connect.server.ts'
import type { Connection } from '#app/channels/connect.server.ts'
import type { ChannelEnv } from '#app/channels/channel.ts'
import { simulatedActs } from '#app/channels/simulation.ts'
import type { SimulatedAct, SimulatedCall, SimulatedResult } from '#app/channels/simulation.ts'
import type { TelegramSettings } from '#app/channels/telegram/settings.ts'
import { simulateTelegram } from '#app/channels/telegram/simulate.ts'
import type { WhatsAppSettings } from '#app/channels/whatsapp-cloud/settings.ts'
import { simulateWhatsApp } from '#app/channels/whatsapp-cloud/simulate.server.ts'
import { endpointPath } from '#app/domain/endpoints/connections.server.ts'
import type { PortalContext } from '#app/server/load-context.ts'
import type { WireRoute } from '../declaration.ts'
import { readAct } from './act.ts'
import { listLines, readPhone, readScreen } from '#app/channels/simulated-phone.server.ts'
import type { SimulatedPhone } from '#app/channels/simulated-phone.server.ts'

const FORM_BYTES_MAX = 6 * 1024 * 1024
const ANSWER_PATIENCE_MS = 15_000

/**
 * A customer's message from the simulator. It is signed with the endpoint's own secret and
 * posted over HTTP to the endpoint's own address, exactly as the vendor would.
 */
export function simulatorRoute(env: ChannelEnv): WireRoute {
  return {
    ...{ surface: 'portal', method: 'POST', path: '/simulator/messages' },
    ...{ access: 'simulator.use', csrf: true, body: 'raw', bodyMax: FORM_BYTES_MAX },
    run: async (request, response, { portal }) => {
      if (!portal) return void response.status(404).end()
      const form = await readForm(request)
      const phone = form && readPhone(listLines(portal.db), form)
      if (!form || !phone) return answer(request, response, undefined, 'no_line')
      const problem = await play(request, portal, { env, form, phone })
      answer(request, response, phone, problem)
    },
  }
}

/** @returns what went wrong, as a code of the page's catalogue */
async function play(
  request: Request,
  { db }: PortalContext,
  { env, form, phone }: { env: ChannelEnv; form: FormData; phone: SimulatedPhone },
): Promise<string | undefined> {
  const act = await readAct(form, readScreen(db, phone))
  const connection = connect(db, phone.line.id)
  if (!connection) return 'no_line'
  if (!act || !simulatedActs[phone.line.channel].includes(act.kind)) return 'nothing_to_send'
  const made = await simulate(connection, act, phone, env)
  if (!made.ok) return made.reason
  const status = await post(request, endpointPath(connection.row), made.call)
  return status === 200 ? undefined : `answer_${status}`
}

function simulate(
  { endpoint }: Connection,
  act: SimulatedAct,
  { line, person }: SimulatedPhone,
  env: ChannelEnv,
): Promise<SimulatedResult> | SimulatedResult {
  return line.channel === 'telegram'
    ? simulateTelegram(act, person, endpoint.settings as TelegramSettings)
    : simulateWhatsApp(act, person, endpoint.settings as WhatsAppSettings, env)
}

/** Over the wire to this very process, whatever its name is outside. @returns 0 without an answer */
function post(request: Request, path: string, call: SimulatedCall): Promise<number> {
  const { host } = request.headers
  const headers = { ...call.headers, host, 'content-length': call.body.length }
  const port = request.socket.localPort
  const options = { host: '127.0.0.1', port, path, method: 'POST', headers }
  return new Promise((resolve) => {
    const outgoing = httpRequest({ ...options, timeout: ANSWER_PATIENCE_MS }, (incoming) => {
      incoming.resume()
      incoming.on('end', () => resolve(incoming.statusCode ?? 0))
      incoming.on('error', () => resolve(0))
    })
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.on('error', () => resolve(0))
    outgoing.end(call.body)
  })
}

/** A page with a script stays where it is; one without is sent back to its phone. */
function answer(
  request: Request,
  response: Response,
  phone: SimulatedPhone | undefined,
  problem: string | undefined,
): void {
  if (request.accepts(['html', 'json']) === 'json') {
    return void response.status(problem ? 422 : 200).json({ problem: problem ?? null })
  }
  const query = new URLSearchParams()
  if (phone) {
    query.set('line', String(phone.line.id))
    query.set('number', phone.person.number)
    query.set('name', phone.person.name)
  }
  if (problem) query.set('problem', problem)
  response.redirect(303, `/simulator?${query.toString()}`)
}

async function readForm(request: Request): Promise<FormData | undefined> {
  const body: unknown = request.body
  if (!Buffer.isBuffer(body)) return undefined
  const contentType = request.headers['content-type'] ?? ''
  try {
    const headers = { 'content-type': contentType }
    const whole = new globalThis.Response(new Uint8Array(body), { headers })
    return await whole.formData()
  } catch {
    return undefined
  }
}
