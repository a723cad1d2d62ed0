import type { ActionFunctionArgs } from '@remix-run/node'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { fileBytesMaxOf } from '#app/domain/endpoints/media-rules.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import { toVoiceNote } from '#app/domain/files/voice.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { bytesOf, findUpload } from '#app/routes/uploaded-file.server.ts'

/**
 * Takes one file before its message is sent, so that the page can show how far it is and what
 * stands in its way. Nobody but its uploader can open it until then; what is never sent goes
 * after a day.
 */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'conversations.reply')
  const conversation = findReachable(db, member, Number(params['id']))
  if (!conversation) return refuse('not_found', 404)
  const form = await readFormData(request)
  const upload = findUpload(form, 'file')
  if (!upload) return refuse('file_empty')
  if (upload.size > fileBytesMaxOf(conversation.channel as ChannelKind))
    return refuse('file_too_large')
  const file = form.has('voice')
    ? await toVoiceFile(upload)
    : { ok: true as const, name: upload.name, bytes: await bytesOf(upload) }
  if (!file.ok) return refuse(file.reason)
  const fits = billing.fitsStorage(db)
  const kept = await putFile(db, { ...file, purpose: 'message', memberId: member.id, fits })
  if (!kept.ok) return refuse(kept.reason)
  const { fileId, mimeType, byteSize } = kept
  return Response.json({ ok: true, fileId, mimeType, byteSize })
}

async function toVoiceFile(upload: File) {
  const voice = await toVoiceNote(await bytesOf(upload))
  if (!voice.ok) return voice
  const { bytes, durationMs, extension } = voice
  return { ok: true as const, name: `voice.${extension}`, bytes, durationMs, isVoice: true }
}

function refuse(reason: string, status = 422): Response {
  return Response.json({ ok: false, reason }, { status })
}
