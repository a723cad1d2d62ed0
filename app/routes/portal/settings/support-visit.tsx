import type { LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { findVisit, listVisitNotes } from '#app/domain/support/visits.server.ts'
import type { VisitNote } from '#app/domain/support/visits.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { toSettingsFrame } from '#app/routes/settings-frame.server.ts'
import { toShownVisit } from '#app/routes/support-visit.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { VisitState } from '#app/ui/support/visit-table.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One visit and what was looked at. @throws Response 404 when there is none */
export function loader(args: LoaderFunctionArgs) {
  const { params, request, context } = args
  const { db, member, support, tenant, services } = requireMember(context, 'settings.read')
  const visit = findVisit(db, Number(params['id']))
  if (!visit) throw new Response(null, { status: 404 })
  const frame = toSettingsFrame(member, request)
  return {
    title: pageTitle(args, 'support.visit'),
    frame: { ...frame, mayWrite: frame.mayWrite && !support },
    visit: toShownVisit(visit, services.support.listLive(tenant.id)),
    notes: listVisitNotes(db, visit.id),
  }
}

export default function Visit() {
  const { frame, visit, notes } = useLoaderData<typeof loader>()
  const t = useT()
  const action = `/settings/support/${visit.id}/ending`
  return (
    <SettingsPage at="support" frame={frame}>
      <Link to="/settings/support" className="-mb-3 self-start text-soft hover:text-ink">
        {t('support.allVisits')}
      </Link>
      <Card
        title={t('support.visitBy', { name: visit.userName })}
        description={visit.reason}
        footer={
          visit.isLive &&
          frame.mayWrite && (
            <Form method="post" action={action}>
              <SubmitButton variant="danger" action={action}>
                {t('support.showOut')}
              </SubmitButton>
            </Form>
          )
        }
      >
        <dl className="grid gap-4 sm:grid-cols-3">
          <Fact label={t('support.began')}>
            <Time at={visit.startedAt} as="exact" />
          </Fact>
          <Fact label={t(visit.isLive ? 'support.endsAt' : 'support.ended')}>
            <Time at={visit.endedAt ?? visit.expiresAt} as="exact" />
          </Fact>
          <Fact label={t('support.state')}>
            <VisitState visit={visit} />
          </Fact>
        </dl>
      </Card>
      <Card title={t('support.seen')} description={t('support.seenLead')} flush>
        {notes.length === 0 ? (
          <EmptyState compact title={t('support.seenNothing')} />
        ) : (
          <Notes notes={notes} />
        )}
      </Card>
    </SettingsPage>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-faint">{label}</dt>
      <dd className="mt-0.5">{children}</dd>
    </div>
  )
}

function Notes({ notes }: { notes: (VisitNote & { at: number })[] }) {
  const t = useT()
  return (
    <ol className="flex flex-col divide-y">
      {notes.map(({ at, kind, page }, index) => (
        <li key={index} className="flex flex-wrap justify-between gap-x-6 px-4 py-2.5">
          <span className="wrap-anywhere">
            {t(`support.did_${kind}`)} <span className="text-soft">{page}</span>
          </span>
          <span className="text-small text-faint">
            <Time at={at} as="exact" />
          </span>
        </li>
      ))}
    </ol>
  )
}
