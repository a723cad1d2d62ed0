import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { encodeCursor } from '#app/domain/conversations/cursor.ts'
import { findNotePlace } from '#app/domain/mentions/read.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

/** Leads to the page of the thread on which a note stands, and to the note on it. */
export function loader({ context, params }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.read')
  const { conversationId, noteId } = {
    conversationId: Number(params['id']),
    noteId: Number(params['noteId']),
  }
  const place = findNotePlace(db, member, { conversationId, noteId })
  if (!place) throw new Response(null, { status: 404 })
  const page = place.before ? `?before=${encodeCursor(place.before)}` : ''
  return redirect(`/conversations/${conversationId}${page}#note-${noteId}`)
}
