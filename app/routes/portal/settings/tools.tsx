import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveTools, toolSettingsOf } from '#app/domain/tools/settings.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { toolsForm } from '#app/routes/tools-form.server.ts'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { ToolFields } from '#app/ui/settings/tool-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'settings.read')
  return {
    title: pageTitle(args, 'tools.title'),
    frame: toSettingsFrame(member, args.request),
    settings: toolSettingsOf(getCompany(db).aiToolsJson),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, toolsForm)
  if (!read.ok) return read.result
  saveTools(db, member, read.values)
  return redirect('/settings/tools?saved')
}

export default function ToolSettings() {
  const { frame, settings } = useLoaderData<typeof loader>()
  return (
    <SettingsPage at="tools" frame={frame}>
      <FormState result={useActionData<typeof action>()}>
        <Form method="post" action="/settings/tools" className="flex flex-col gap-6" noValidate>
          <FormErrorSummary />
          <SettingsFields mayWrite={frame.mayWrite}>
            <ToolFields settings={settings} />
          </SettingsFields>
        </Form>
      </FormState>
    </SettingsPage>
  )
}
