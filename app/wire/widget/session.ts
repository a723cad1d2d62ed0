import { z } from 'zod'
import { isSignedIdentity } from '#app/channels/web-chat/identity.server.ts'
import { openVisit } from '#app/channels/web-chat/visitors.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { isLanguage } from '#app/i18n/languages.ts'
import { chatLook } from '#app/server/chat-look.server.ts'
import { ChatRefusal, readBody } from './chat.ts'
import type { Chat, ChatDoor } from './chat.ts'

const body = z.object({
  token: z.string().max(100).optional(),
  language: z.string().max(20).optional(),
  identity: z.object({ userId: z.string().min(1).max(128), hash: z.string().max(128) }).optional(),
})

/** What a page needs to draw the chat before anybody has written. */
export function showSettings({ db, response }: Chat): void {
  const company = getCompany(db)
  const { name, accentColor, language } = company
  response.json({ company: { name, look: chatLook(accentColor) }, language })
}

/** Begins or goes on with a visit: anonymous, or as the user the website vouches for. */
export async function openSession(door: ChatDoor, chat: Chat): Promise<void> {
  const { db, endpoint, request, response, address } = chat
  await door.limit(chat, { 'session.address': address })
  const { token, identity, language } = readBody(request, body)
  if (identity && !isSignedIdentity(identity, endpoint.settings.identitySecret)) {
    throw new ChatRefusal(403, 'identity_not_signed')
  }
  const wanted = language?.slice(0, 2).toLowerCase()
  const visit = openVisit(db, endpoint.id, {
    ...{ token, userId: identity?.userId },
    language: isLanguage(wanted) ? wanted : getCompany(db).language,
  })
  const { isIdentified } = visit.visitor
  const { language: spoken } = visit.visitor
  response.json({ token: visit.token, isNew: visit.isNew, isIdentified, language: spoken })
}
