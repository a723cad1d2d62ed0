import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { LifeBuoy } from 'lucide-react'
import { z } from 'zod'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { saveSupportAccess } from '#app/domain/company/settings.server.ts'
import { listVisits } from '#app/domain/support/visits.server.ts'
import { checkbox } from '#app/routes/form-fields.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { toShownVisit } from '#app/routes/support-visit.server.ts'
import { Card } from '#app/ui/card.tsx'
import { Switch } from '#app/ui/choice.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SettingsFields, SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { VisitTable } from '#app/ui/support/visit-table.tsx'

const form = z.object({ mayChange: checkbox })

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { request, context } = args
  const { db, member, support, tenant, services } = requireMember(context, 'settings.read')
  const query = new URL(request.url).searchParams
  const search = query.get('q')?.slice(0, 200) ?? ''
  const before = Number(query.get('before')) || undefined
  const { rows, next } = listVisits(db, { search, before })
  const live = services.support.listLive(tenant.id)
  const frame = toSettingsFrame(member, request)
  return {
    title: pageTitle(args, 'support.settings'),
    frame: { ...frame, mayWrite: frame.mayWrite && !support },
    ...{ search, isFirst: !before, next, mayChange: getCompany(db).supportMayChange === 1 },
    contact: services.support.contact(),
    visits: rows.map((visit) => toShownVisit(visit, live)),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const read = await readForm(request, form)
  if (!read.ok) return read.result
  saveSupportAccess(db, member, read.values.mayChange)
  return redirect('/settings/support?saved')
}

export default function SupportSettings() {
  const t = useT()
  const { frame, mayChange, visits, search, isFirst, next } = useLoaderData<typeof loader>()
  const q = search ? `q=${encodeURIComponent(search)}` : ''
  return (
    <SettingsPage at="support" frame={frame}>
      <Form method="post" action="/settings/support">
        <SettingsFields mayWrite={frame.mayWrite}>
          <Section title={t('support.settingsTitle')} description={t('support.settingsLead')}>
            <Switch
              name="mayChange"
              label={t('support.mayChange')}
              help={t('support.mayChangeHelp')}
              defaultChecked={mayChange}
            />
          </Section>
        </SettingsFields>
      </Form>
      <Contact />
      <Card title={t('support.visits')} description={t('support.visitsLead')} flush>
        <div className="px-4 pb-4">
          <SearchField
            label={t('support.searchVisits')}
            defaultValue={search}
            action="/settings/support"
          />
        </div>
        {visits.length === 0 ? (
          <EmptyState
            compact
            icon={<LifeBuoy aria-hidden />}
            title={t(search ? 'support.noneFound' : 'support.noVisits')}
          >
            {t(search ? 'support.noneFoundLead' : 'support.noVisitsLead')}
          </EmptyState>
        ) : (
          <VisitTable visits={visits} />
        )}
        <Pagination
          previousTo={isFirst ? undefined : `/settings/support?${q}`}
          nextTo={next ? `/settings/support?${q}&before=${next}` : undefined}
        />
      </Card>
    </SettingsPage>
  )
}

/** Where support is reached, as far as the platform says. */
function Contact() {
  const { email, phone } = useLoaderData<typeof loader>().contact
  const t = useT()
  if (!email && !phone) return null
  return (
    <Card title={t('support.contact')}>
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        {email && (
          <li>
            <a href={`mailto:${email}`} className="text-accent-ink hover:underline">
              {email}
            </a>
          </li>
        )}
        {phone && (
          <li>
            <a href={`tel:${phone}`} className="text-accent-ink hover:underline">
              {phone}
            </a>
          </li>
        )}
      </ul>
    </Card>
  )
}
