import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { listSavedViews, mayShare, saveView } from '#app/domain/saved-views/saved-views.server.ts'
import { checkbox, optionalText } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { parseForm, readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { ViewsPage } from '#app/ui/views/views-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const viewForm = z.object({
  name: z.string().trim().default(''),
  shared: checkbox,
  query: optionalText(2_000),
})

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.reply')
  const search = (new URL(args.request.url).searchParams.get('q') ?? '').trim().slice(0, 60)
  const isWanted = ({ name }: { name: string }) =>
    name.toLocaleLowerCase().includes(search.toLocaleLowerCase())
  return {
    title: pageTitle(args, 'views.title'),
    views: listSavedViews(db, member).filter(isWanted),
    ...{ search, canShare: mayShare(member) },
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const read = parseForm(form, viewForm)
  if (!read.ok) return read.result
  const { name, shared, query } = read.values
  const saved = saveView(db, member, { name, isShared: shared, query })
  if (saved.ok) return redirect(toSafePath(form.get('returnTo')) ?? '/views', 303)
  return Response.json(
    { errors: { name: saved.reason }, values: { name, query, ...(shared && { shared: 'on' }) } },
    { status: 422 },
  )
}

export default function Views() {
  return (
    <FormState result={useActionData<FormResult>()}>
      <ViewsPage {...useLoaderData<typeof loader>()} />
    </FormState>
  )
}
