import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteCompanyNote } from '#app/platform/companies/notes.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'

export const loader = postOnlyLoader

/** Deletes a note of one's own. @throws Response 404 when it is not theirs */
export function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.read')
  const noteId = Number(args.params['noteId'])
  if (!deleteCompanyNote(platform, user, { tenantId: company.id, noteId }))
    throw new Response(null, { status: 404 })
  return redirect(`/admin/companies/${company.id}?note=note_deleted`)
}
