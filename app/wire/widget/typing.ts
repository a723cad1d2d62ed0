import { listConversationIds } from '#app/channels/web-chat/history.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { ChatDoor, VisitorChat } from './chat.ts'

/** Staff see that the visitor is writing, in the conversation they are in. */
export async function noteTyping(door: ChatDoor, chat: VisitorChat): Promise<void> {
  const { db, visitor, response } = chat
  await door.limit(chat, { 'typing.visitor': visitor.id })
  const conversationId = listConversationIds(db, visitor).at(-1)
  if (conversationId !== undefined) {
    recordChange(db, 'typing', { conversationId, data: { by: 'contact' } })
  }
  response.status(204).end()
}
