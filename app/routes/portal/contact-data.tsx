import type { ActionFunctionArgs } from '@remix-run/node'
import { exportPerson } from '#app/domain/privacy/person-data.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { downloadHeaders, streamBytes } from '#app/routes/download.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Everything about one person as a zip, for that person to have. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.export')
  const id = Number(params['id'])
  const pieces = exportPerson(db, member, id)
  if (!pieces) throw new Response(null, { status: 404 })
  const headers = downloadHeaders(`contact-${id}.zip`, 'application/zip')
  return new Response(streamBytes(pieces), { headers })
}
