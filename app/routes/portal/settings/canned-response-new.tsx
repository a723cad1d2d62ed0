import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listDepartments } from '#app/domain/team/departments.server.ts'
import { saveCannedForm } from '#app/routes/canned-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { CannedPage } from '#app/ui/canned-responses/canned-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'composer.cannedNew'), departments: listDepartments(db) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'knowledge.write')
  const saved = await saveCannedForm(db, member, { request, fits: billing.fitsStorage(db) })
  return saved.ok
    ? redirect('/settings/canned-responses?saved')
    : Response.json(saved.result, { status: 422 })
}

export default function NewCannedResponse() {
  const { departments } = useLoaderData<typeof loader>()
  const result = useActionData<Parameters<typeof CannedPage>[0]['result']>()
  const action = '/settings/canned-responses/new'
  return <CannedPage action={action} departments={departments} result={result} />
}
