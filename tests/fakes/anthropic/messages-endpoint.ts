import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerResponse } from 'node:http'
import { composeAnswer, toAsked } from './answer.ts'
import { isContentFault, isHttpFault, takeFault } from './faults.ts'
import type { QueuedFault, WireFaultMode } from './faults.ts'
import { sendCutBody, sendJson } from './http.ts'
import { toMessage } from './message.ts'
import type { Message } from './message.ts'
import { sendError, sendHtmlBadGateway, sendHttpFault } from './replies.ts'
import { parseMessagesRequest } from './request-rules.ts'
import type { MessagesRequest } from './request-shape.ts'
import { takeScripted } from './script.ts'
import type { ScriptReply } from './script.ts'
import { streamMessage } from './sse.ts'
import type { StreamFault } from './sse.ts'
import { findPrefixes } from './state.ts'
import type { FakeState, RecordedRequest } from './state.ts'
import { measureInput } from './usage.ts'

/** `POST /v1/messages`, after the key was accepted: validate, break if told to, answer. */
export async function answerMessages(
  state: FakeState,
  record: RecordedRequest,
  res: ServerResponse,
): Promise<void> {
  const checked = parseMessagesRequest(record.body, record.headers['anthropic-version'] ?? '')
  if (!checked.ok) return sendError(res, checked)
  const scripted = takeScripted(state.script, toAsked(checked.request))
  const fault = takeFault(state.faults) ?? toFault(scripted)
  record.fault = fault?.mode ?? null
  await sleep(scripted?.delayMs ?? state.latencyMs)
  if (res.destroyed) return
  if (fault && isHttpFault(fault.mode)) return sendHttpFault(res, fault.mode, fault)
  const message = makeMessage(state, record, checked.request, { scripted, fault })
  const wireFault = fault && !isContentFault(fault.mode) ? (fault.mode as WireFaultMode) : null
  if (wireFault && breakEarly(res, wireFault)) return
  if (checked.request.stream) return streamMessage(res, message, toStreamFault(wireFault))
  sendWhole(res, message, wireFault)
}

function toFault(scripted: ScriptReply | null): QueuedFault | null {
  return scripted?.fault ? { mode: scripted.fault, times: 1, options: {} } : null
}

function makeMessage(
  state: FakeState,
  record: RecordedRequest,
  request: MessagesRequest,
  told: { scripted: ScriptReply | null; fault: QueuedFault | null },
): Message {
  const mode = told.fault?.mode
  const answer = composeAnswer(request, {
    scripted: told.scripted,
    fault: mode && isContentFault(mode) ? mode : null,
    isGullible: state.isGullible,
  })
  const usage = measureInput(request, findPrefixes(state, record.apiKey))
  state.serial += 1
  return toMessage(request, answer, usage, state.serial)
}

/** Faults that show before the first byte of an answer; false for the others. */
function breakEarly(res: ServerResponse, mode: WireFaultMode): boolean {
  if (mode === 'html_502') sendHtmlBadGateway(res)
  if (mode === 'reset') res.socket?.resetAndDestroy()
  return mode === 'html_502' || mode === 'reset' || mode === 'hang'
}

function toStreamFault(mode: WireFaultMode | null): StreamFault {
  if (mode === 'truncated_body') return 'no_message_stop'
  const inStream = mode === 'reset_mid_stream' || mode === 'error_mid_stream'
  return inStream || mode === 'no_message_stop' ? mode : null
}

/** Without a stream, every mid-stream fault is a body that stops half-way. */
function sendWhole(res: ServerResponse, message: Message, mode: WireFaultMode | null): void {
  if (mode) return sendCutBody(res, JSON.stringify(message))
  sendJson(res, 200, message)
}
