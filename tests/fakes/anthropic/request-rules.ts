import { MODEL_IDS } from './models.ts'
import { countShape, requestShape } from './request-shape.ts'
import type {
  CountRequest,
  MessagesRequest,
  RequestBlock,
  RequestMessage,
} from './request-shape.ts'
import { findSchemaFault } from './schema-rules.ts'

export const NEWEST_VERSION = '2026-10-21'
const VERSIONS = [NEWEST_VERSION, '2023-06-01']
const MAX_CACHE_BREAKPOINTS = 4

export type Refusal = { ok: false; status: number; type: string; message: string }
export type Checked<T> = { ok: true; request: T } | Refusal

/** Checks version and body as the vendor does; `count` is the shape of count_tokens. */
export function parseMessagesRequest(body: unknown, version: string): Checked<MessagesRequest> {
  const shaped = requestShape.safeParse(body)
  if (!shaped.success) return refuse(toMessage(shaped.error.issues[0]))
  return checkRules(shaped.data, version)
}

export function parseCountRequest(body: unknown, version: string): Checked<CountRequest> {
  const shaped = countShape.safeParse(body)
  if (!shaped.success) return refuse(toMessage(shaped.error.issues[0]))
  return checkRules(shaped.data, version)
}

export function refuse(message: string, status = 400, type = 'invalid_request_error'): Refusal {
  return { ok: false, status, type, message }
}

function checkRules<T extends CountRequest>(request: T, version: string): Checked<T> {
  if (!VERSIONS.includes(version)) {
    return refuse(`anthropic-version: "${version}" is not a valid version`)
  }
  if (!MODEL_IDS.includes(request.model)) {
    return refuse(`model: ${request.model}`, 404, 'not_found_error')
  }
  const fault =
    (version === NEWEST_VERSION ? findRemoved(request) : null) ??
    findMessageFault(request.messages) ??
    findToolFault(request) ??
    findLimitFault(request)
  return fault ? refuse(fault) : { ok: true, request }
}

/** What API version 2026-10-21 took away. */
function findRemoved(request: CountRequest): string | null {
  for (const name of ['temperature', 'top_p', 'top_k'] as const) {
    if (request[name] !== undefined) return `${name}: not supported in version ${NEWEST_VERSION}`
  }
  for (const [index, message] of request.messages.entries()) {
    for (const block of blocksOf(message)) {
      if (message.role === 'assistant' && block.type === 'document') {
        return `messages.${index}: document blocks are not allowed in assistant messages`
      }
      if (message.role === 'user' && block.type === 'text' && block.citations !== undefined) {
        return `messages.${index}: citations are not allowed on user text blocks`
      }
    }
  }
  return null
}

/** First role, and every tool_use answered by the very next message, results first. */
function findMessageFault(messages: RequestMessage[]): string | null {
  if (messages[0]?.role !== 'user') return 'messages: first message must use the "user" role'
  for (const [index, message] of messages.entries()) {
    const before = messages[index - 1]
    const asked = before?.role === 'assistant' ? toolUseIds(before) : []
    const given = toolResultIds(message)
    const extra = given.find((id) => !asked.includes(id))
    if (extra) return `messages.${index}: unexpected tool_use_id in tool_result: ${extra}`
    const missing = asked.find((id) => !given.includes(id))
    if (missing) return `messages.${index}: tool_use without tool_result: ${missing}`
    if (
      blocksOf(message)
        .slice(0, given.length)
        .some((block) => block.type !== 'tool_result')
    ) {
      return `messages.${index}: tool_result blocks must come first`
    }
  }
  const open = toolUseIds(messages.at(-1)!)
  return open.length > 0 ? `messages: tool_use without tool_result: ${open[0]}` : null
}

function findToolFault(request: CountRequest): string | null {
  const names = (request.tools ?? []).map((tool) => tool.name)
  if (new Set(names).size !== names.length) return 'tools: names must be unique'
  const choice = request.tool_choice
  if (!choice) return null
  if (names.length === 0) return 'tool_choice: may only be given together with tools'
  if (choice.type !== 'tool') return null
  return names.includes(choice.name ?? '') ? null : `tool_choice: no tool named '${choice.name}'`
}

function findLimitFault(request: CountRequest & { max_tokens?: number }): string | null {
  const schema = request.output_config?.format?.schema
  const fault = schema ? findSchemaFault(schema) : null
  if (fault) return `output_config.format.${fault}`
  const { thinking, max_tokens: maxTokens } = request
  if (thinking?.type === 'enabled' && maxTokens && thinking.budget_tokens >= maxTokens) {
    return 'thinking.budget_tokens: must be less than max_tokens'
  }
  const breakpoints = JSON.stringify(request).split('"cache_control":{').length - 1
  return breakpoints > MAX_CACHE_BREAKPOINTS
    ? `cache_control: at most ${MAX_CACHE_BREAKPOINTS} blocks, found ${breakpoints}`
    : null
}

export function blocksOf(message: RequestMessage): RequestBlock[] {
  return typeof message.content === 'string'
    ? [{ type: 'text', text: message.content }]
    : message.content
}

function toolUseIds(message: RequestMessage): string[] {
  return blocksOf(message).flatMap((block) => (block.type === 'tool_use' ? [block.id] : []))
}

function toolResultIds(message: RequestMessage): string[] {
  return blocksOf(message).flatMap((b) => (b.type === 'tool_result' ? [b.tool_use_id] : []))
}

function toMessage(issue: { path: PropertyKey[]; message: string } | undefined): string {
  if (!issue) return 'invalid request'
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}
