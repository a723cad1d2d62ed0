import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { restoreVersion } from '#app/domain/knowledge/document-files.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { wholeNumberField } from '#app/routes/form-fields.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

const restorationForm = z.object({ number: wholeNumberField(1, 1_000_000) })

/** Goes back to an earlier version of a document. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const documentId = Number(params['id'])
  const read = await readForm(request, restorationForm)
  const isDone =
    read.ok && restoreVersion(db, { documentId, number: read.values.number, memberId: member.id })
  if (!isDone) throw new Response(null, { status: 404 })
  return redirect(`/knowledge/documents/${documentId}?note=restored`)
}
