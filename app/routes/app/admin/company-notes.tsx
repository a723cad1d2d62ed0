import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { addCompanyNote } from '#app/platform/companies/notes.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'

export const loader = postOnlyLoader

/** Adds a note; the browser does not send an empty one. */
export async function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.read')
  const text = ((await readFields(args.request))['text'] ?? '').trim()
  const back = `/admin/companies/${company.id}`
  if (text === '') return redirect(`${back}?problem=note_empty`)
  addCompanyNote(platform, user, { tenantId: company.id, text, at: Date.now() })
  return redirect(`${back}?note=noted`)
}
