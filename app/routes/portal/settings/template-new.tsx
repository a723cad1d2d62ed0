import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { listTemplateLines } from '#app/domain/templates/lines.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { saveTemplateForm } from '#app/routes/template-form.server.ts'
import { TemplatePage } from '#app/ui/templates/template-page.tsx'
import type { TemplateFormResult } from '#app/ui/templates/template-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'templates.new'), endpoints: listTemplateLines(db) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'knowledge.write')
  const saved = await saveTemplateForm(db, member, {
    ...{ form: await readFormData(request), fits: billing.fitsStorage(db) },
  })
  return saved.ok
    ? redirect(`/settings/templates/${saved.id}`)
    : Response.json(saved.result, { status: 422 })
}

export default function NewTemplate() {
  const { endpoints } = useLoaderData<typeof loader>()
  const result = useActionData<TemplateFormResult>()
  return <TemplatePage action="/settings/templates/new" mayWrite {...{ endpoints, result }} />
}
