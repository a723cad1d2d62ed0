import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { can } from '#app/domain/members/permissions.ts'
import { findTemplateDetail } from '#app/domain/templates/list.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { saveTemplateForm } from '#app/routes/template-form.server.ts'
import { TemplatePage } from '#app/ui/templates/template-page.tsx'
import type { TemplateFormResult } from '#app/ui/templates/template-page.tsx'
import { useChangeRefresh } from '#app/ui/templates/use-change-refresh.ts'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  const template = findTemplateDetail(db, Number(args.params['id']))
  if (!template) throw new Response(null, { status: 404 })
  const mayWrite = can(member, 'knowledge.write')
  return { title: pageTitle(args, 'templates.title'), template, mayWrite }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'knowledge.write')
  const known = findTemplateDetail(db, Number(params['id']))
  if (!known) throw new Response(null, { status: 404 })
  const saved = await saveTemplateForm(db, member, {
    ...{ form: await readFormData(request), known, fits: billing.fitsStorage(db) },
  })
  return saved.ok
    ? redirect(`/settings/templates/${known.id}`)
    : Response.json(saved.result, { status: 422 })
}

export default function EditTemplate() {
  const { template, mayWrite } = useLoaderData<typeof loader>()
  const result = useActionData<TemplateFormResult>()
  useChangeRefresh(['submitting', 'pending', 'deleting'].includes(template.state))
  const action = `/settings/templates/${template.id}`
  return <TemplatePage endpoints={[]} {...{ action, template, mayWrite, result }} />
}
