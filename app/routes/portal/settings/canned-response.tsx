import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findCanned } from '#app/domain/canned-responses/list.server.ts'
import { listDepartments } from '#app/domain/team/departments.server.ts'
import { saveCannedForm } from '#app/routes/canned-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { CannedPage } from '#app/ui/canned-responses/canned-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.write')
  const canned = findCanned(db, member, Number(args.params['id']))
  if (!canned) throw new Response(null, { status: 404 })
  return { title: pageTitle(args, 'composer.cannedEdit'), canned, departments: listDepartments(db) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'knowledge.write')
  const id = Number(params['id'])
  if (!findCanned(db, member, id)) throw new Response(null, { status: 404 })
  const saved = await saveCannedForm(db, member, { request, id, fits: billing.fitsStorage(db) })
  return saved.ok
    ? redirect('/settings/canned-responses?saved')
    : Response.json(saved.result, { status: 422 })
}

export default function EditCannedResponse() {
  const { canned, departments } = useLoaderData<typeof loader>()
  const result = useActionData<Parameters<typeof CannedPage>[0]['result']>()
  const action = `/settings/canned-responses/${canned.id}`
  return <CannedPage {...{ action, canned, departments, result }} />
}
