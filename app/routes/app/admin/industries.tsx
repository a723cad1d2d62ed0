import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listIndustries } from '#app/platform/industries/texts.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { IndustryTable } from '#app/routes/admin/industry-table.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Every trade that companies can be in. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  return {
    title: pageTitle(args, 'industries.title'),
    rows: listIndustries(platform),
    mayChange: platformCan(user.role, 'plans.write'),
  }
}

export default function Industries() {
  const { rows, mayChange } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="wide">
      <PageHeader title={t('industries.title')} description={t('industries.lead')} />
      <Card flush>
        <IndustryTable rows={rows} mayChange={mayChange} />
      </Card>
    </Page>
  )
}
