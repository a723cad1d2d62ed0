import { setImmediate as nextTick } from 'node:timers/promises'
import type { ServerResponse } from 'node:http'
import type { Message } from './message.ts'
import type { AnswerBlock } from './script.ts'

/** Text deltas go round these sizes, in characters, so that no client can rely on word borders. */
const DELTA_CHARACTERS = [1, 4, 7, 2, 5, 3, 6]

export type StreamFault = 'reset_mid_stream' | 'error_mid_stream' | 'no_message_stop' | null

type StreamEvent = { type: string } & Record<string, unknown>

/** Sends one message as server-sent events; stops early when the client has gone. */
export async function streamMessage(
  res: ServerResponse,
  message: Message,
  fault: StreamFault,
): Promise<void> {
  res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  const events = toEvents(message)
  const half = Math.ceil(events.length / 2)
  for (const event of fault ? events.slice(0, cutAt(fault, half, events.length)) : events) {
    if (res.destroyed) return
    await writeInPieces(res, event)
  }
  if (fault === 'reset_mid_stream') return void res.socket?.resetAndDestroy()
  if (fault === 'error_mid_stream') await writeInPieces(res, OVERLOADED)
  res.end()
}

const OVERLOADED: StreamEvent = {
  type: 'error',
  error: { type: 'overloaded_error', message: 'Overloaded' },
}

function cutAt(fault: StreamFault, half: number, all: number): number {
  return fault === 'no_message_stop' ? all - 1 : half
}

/** The vendor's sequence of events for a message. */
export function toEvents(message: Message): StreamEvent[] {
  const { content, stop_reason, stop_sequence, stop_details, usage } = message
  const start = {
    ...message,
    content: [],
    stop_reason: null,
    stop_details: null,
    usage: { ...usage, output_tokens: 1 },
  }
  return [
    { type: 'message_start', message: start },
    { type: 'ping' },
    ...content.flatMap(toBlockEvents),
    {
      type: 'message_delta',
      delta: { stop_reason, stop_sequence, stop_details },
      usage: { output_tokens: usage.output_tokens },
    },
    { type: 'message_stop' },
  ]
}

function toBlockEvents(block: AnswerBlock, index: number): StreamEvent[] {
  const stop = { type: 'content_block_stop', index }
  const start = (opened: AnswerBlock) => ({
    type: 'content_block_start',
    index,
    content_block: opened,
  })
  const delta = (part: object) => ({ type: 'content_block_delta', index, delta: part })
  if (block.type === 'text') {
    const parts = splitText(String(block.text))
    const deltas = parts.map((text) => delta({ type: 'text_delta', text }))
    return [start({ ...block, text: '' }), ...deltas, stop]
  }
  if (block.type !== 'tool_use') return [start(block), stop]
  const parts = splitText(JSON.stringify(block.input))
  const deltas = parts.map((json) => delta({ type: 'input_json_delta', partial_json: json }))
  return [start({ ...block, input: {} }), ...deltas, stop]
}

function splitText(text: string): string[] {
  const characters = [...text]
  const parts: string[] = []
  for (let at = 0, turn = 0; at < characters.length; turn += 1) {
    const size = DELTA_CHARACTERS[turn % DELTA_CHARACTERS.length]!
    parts.push(characters.slice(at, at + size).join(''))
    at += size
  }
  return parts
}

/** Cuts right after the first byte of every multibyte character, where naive decoders break. */
export function splitInsideCharacters(bytes: Buffer): Buffer[] {
  const pieces: Buffer[] = []
  let from = 0
  for (const [index, byte] of bytes.entries()) {
    if (byte < 0xc0) continue
    pieces.push(bytes.subarray(from, index + 1))
    from = index + 1
  }
  return [...pieces, bytes.subarray(from)]
}

async function writeInPieces(res: ServerResponse, event: StreamEvent): Promise<void> {
  const bytes = Buffer.from(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
  for (const piece of splitInsideCharacters(bytes)) {
    res.write(piece)
    await nextTick()
  }
}
