import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findClient } from '#app/platform/sales/clients.server.ts'
import { listCommissions } from '#app/platform/sales/commissions.server.ts'
import { healthOf } from '#app/platform/sales/health.ts'
import { isManager } from '#app/platform/sales/reach.server.ts'
import type { IndustrySlug } from '#app/industries/industry.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { PageHeader } from '#app/ui/page.tsx'
import {
  HealthText,
  StatusBadge,
  UntilText,
  UsageCard,
} from '#app/ui/sales-portal/client-parts.tsx'
import { CommissionTable } from '#app/ui/sales-portal/commission-table.tsx'
import { Fact } from '#app/ui/sales-portal/prospect-facts.tsx'
import { Notes } from '#app/ui/sales-portal/prospect-story.tsx'
import { SalesFrame } from '#app/ui/sales-portal/sales-frame.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One client as its rep may know it. @throws Response 404 out of reach */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const id = args.params['tenant'] ?? ''
  const found = findClient(platform, user, id)
  if (!found) throw new Response(null, { status: 404 })
  return {
    title: pageTitle(args, 'prospects.client'),
    ...{ usage: found.usage, notes: found.notes, isManager: isManager(user) },
    client: { ...found.client, health: healthOf(found.client, Date.now()) },
    commissions: listCommissions(platform, user, { tenantId: id }).rows,
  }
}

export default function Client() {
  const t = useT()
  const { money } = useFormat()
  const { client, usage, notes, commissions, isManager } = useLoaderData<typeof loader>()
  const { monthly, currency } = client
  return (
    <SalesFrame at="clients" isManager={isManager}>
      <PageHeader
        title={client.name}
        description={client.slug}
        back={{ to: '/sales/clients', label: t('prospects.clients') }}
      />
      <Card>
        <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-3 xl:grid-cols-4">
          <Fact label={t('prospects.status')}>
            <StatusBadge status={client.status} />
          </Fact>
          <Fact label={t('prospects.health')}>
            <HealthText health={client.health} />
          </Fact>
          <Fact label={t('prospects.planNow')}>{client.planName}</Fact>
          <Fact label={t('prospects.monthly')}>
            {monthly !== null && money(monthly, currency ?? undefined)}
          </Fact>
          <Fact label={t('prospects.renews')}>
            <UntilText client={client} />
          </Fact>
          <Fact label={t('prospects.industry')}>
            {t(`auth.industry_${client.industry as IndustrySlug}`)}
          </Fact>
          <Fact label={t('prospects.since')}>
            <Time at={client.createdAt} as="day" />
          </Fact>
          <Fact label={t('prospects.rep')}>{client.repName ?? t('prospects.nobody')}</Fact>
        </dl>
      </Card>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <UsageCard usage={usage} />
        <Notes
          title={t('prospects.clientNotes')}
          action={`/sales/clients/${client.id}/notes`}
          notes={notes}
        />
      </div>
      <Card title={t('prospects.clientCommissions')} flush={commissions.length > 0}>
        {commissions.length === 0 ? (
          <p className="text-soft">{t('prospects.commissionsNoneLead')}</p>
        ) : (
          <CommissionTable rows={commissions} showsRep={isManager} isOfClient />
        )}
      </Card>
    </SalesFrame>
  )
}
