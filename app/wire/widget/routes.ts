import type { Request, Response } from 'express'
import type { Runtime } from '#app/server/runtime.server.ts'
import type { WireRoute } from '../declaration.ts'
import { chatPageRoute } from './chat-page.ts'
import { answerPreflight, createChatDoor } from './chat.ts'
import type { VisitorChat } from './chat.ts'
import { showFile, takeFile } from './files.ts'
import { createChatLimits, JSON_BYTES_MAX } from './limits.ts'
import { showHistory, takeMessage, takeReceipt } from './messages.ts'
import { openSession, showSettings } from './session.ts'
import { widgetScriptRoute } from './script.ts'
import type { ChatStreams } from './streams.ts'
import { noteTyping } from './typing.ts'

const PATHS = ['settings', 'session', 'messages', 'events', 'files', 'receipts', 'typing']
const ANYWHERE = { surface: 'any', access: 'public', csrf: false } as const

/** What the chat on a company's website asks: on any host, for the company its key belongs to. */
export function chatRoutes(runtime: Runtime, streams: ChatStreams): WireRoute[] {
  const door = createChatDoor(runtime, createChatLimits())
  const get = (name: string, run: WireRoute['run']) => route('GET', name, 'none', run)
  const post = (name: string, run: WireRoute['run']) => route('POST', name, 'raw', run)
  const visitor =
    (work: (chat: VisitorChat) => Promise<void>) => (request: Request, response: Response) =>
      door.enterAsVisitor(request, response, work)
  return [
    ...[widgetScriptRoute, chatPageRoute],
    ...PATHS.map((name) =>
      route('OPTIONS', name, 'none', (request, response) =>
        door.enter(request, response, answerPreflight),
      ),
    ),
    get('settings', (request, response) => door.enter(request, response, showSettings)),
    post('session', (request, response) =>
      door.enter(request, response, (chat) => openSession(door, chat)),
    ),
    get(
      'messages',
      visitor((chat) => showHistory(door, chat)),
    ),
    post(
      'messages',
      visitor((chat) => takeMessage(door, chat)),
    ),
    get(
      'events',
      visitor(async (chat) => {
        await door.limit(chat, { 'stream.visitor': chat.visitor.id })
        streams.begin(chat)
      }),
    ),
    post(
      'receipts',
      visitor((chat) => takeReceipt(door, chat)),
    ),
    post(
      'typing',
      visitor((chat) => noteTyping(door, chat)),
    ),
    route(
      'POST',
      'files',
      'stream',
      visitor((chat) => takeFile(door, chat)),
    ),
    get('files/:ticket', (request, response) => door.enter(request, response, showFile)),
  ]
}

function route(
  method: WireRoute['method'],
  name: string,
  body: WireRoute['body'],
  run: WireRoute['run'],
): WireRoute {
  return { ...ANYWHERE, method, path: `/chat/:key/${name}`, body, bodyMax: JSON_BYTES_MAX, run }
}
