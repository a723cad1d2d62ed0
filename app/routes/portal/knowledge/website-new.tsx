import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { addWebsite } from '#app/domain/websites/websites.server.ts'
import { websiteForm } from '#app/routes/knowledge-forms.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm, refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { WebsiteFields } from '#app/ui/knowledge/website-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'websites.new') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  const read = await readForm(request, websiteForm)
  if (!read.ok) return read.result
  const added = addWebsite(db, { ...read.values, memberId: member.id })
  if (added.ok) return redirect(`/knowledge/websites/${added.id}`)
  const { everyDays, ...typed } = read.values
  return refuseForm({ ...typed, everyDays: everyDays ?? 0 }, { startUrl: added.reason }).result
}

export default function NewWebsite() {
  const t = useT()
  return (
    <EditPage
      kind="website"
      title={t('websites.new')}
      description={t('websites.newLead')}
      action="/knowledge/websites/new"
      mayWrite
      result={useActionData<typeof action>()}
      submitLabel={t('websites.start')}
    >
      <WebsiteFields />
    </EditPage>
  )
}
