import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Handshake } from 'lucide-react'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** A salesperson's page, with what exists today. */
export function loader(args: LoaderFunctionArgs) {
  const { user, appOrigin } = requireUser(args.context, 'sales.read')
  return {
    title: pageTitle(args, 'platform.sales'),
    name: user.name,
    signUpUrl: `${appOrigin}/signup`,
    findUrl: `${appOrigin}/find-company`,
  }
}

export default function Sales() {
  const { name, signUpUrl, findUrl } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page>
      <PageHeader
        title={t('platform.salesTitle', { name })}
        description={t('platform.salesLead')}
      />
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title={t('platform.salesSignUp')} description={t('platform.salesSignUpLead')}>
          <CopyField label={t('platform.address')} value={signUpUrl} />
        </Card>
        <Card title={t('platform.salesFind')} description={t('platform.salesFindLead')}>
          <CopyField label={t('platform.address')} value={findUrl} />
        </Card>
      </div>
      <Card flush>
        <EmptyState icon={<Handshake aria-hidden />} title={t('platform.salesEmpty')}>
          {t('platform.salesEmptyLead')}
        </EmptyState>
      </Card>
    </Page>
  )
}
