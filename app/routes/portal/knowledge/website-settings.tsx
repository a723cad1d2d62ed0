import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findWebsite, updateWebsite } from '#app/domain/websites/websites.server.ts'
import { websiteSettingsForm } from '#app/routes/knowledge-forms.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'
import { ReadingFields } from '#app/ui/knowledge/website-fields.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db } = requireMember(args.context, 'knowledge.write')
  const website = findWebsite(db, Number(args.params['id']))
  if (!website) throw new Response(null, { status: 404 })
  const { id, startUrl, depthMax, pagesMax, everyDays } = website
  const site = { id, startUrl, depthMax, pagesMax, everyDays }
  return { title: pageTitle(args, 'websites.settings'), site }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const read = await readForm(request, websiteSettingsForm)
  if (!read.ok) return read.result
  const id = Number(params['id'])
  if (!updateWebsite(db, id, read.values)) throw new Response(null, { status: 404 })
  return redirect(`/knowledge/websites/${id}`)
}

export default function WebsiteSettings() {
  const t = useT()
  const { site } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind="website"
      title={t('websites.settings')}
      description={site.startUrl}
      action={`/knowledge/websites/${site.id}/settings`}
      mayWrite
      result={useActionData<typeof action>()}
    >
      <ReadingFields site={site} />
    </EditPage>
  )
}
