import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listPlanRows } from '#app/platform/companies/plan-edit.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { PlanTable } from '#app/routes/admin/plan-table.tsx'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useErrorText, useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const notes = {
  saved: 'admin.planSaved',
  added: 'admin.planAdded',
  archived: 'admin.planArchived',
  offered: 'admin.planOffered',
} as const

/** The plans, those on offer first. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'admin.read')
  const query = new URL(args.request.url).searchParams
  const note = Object.keys(notes).find((name) => name === query.get('note'))
  return {
    title: pageTitle(args, 'admin.plans'),
    rows: listPlanRows(platform),
    mayChange: platformCan(user.role, 'plans.write'),
    note: note && notes[note as keyof typeof notes],
    problem: query.get('problem')?.slice(0, 40),
  }
}

export default function Plans() {
  const { rows, mayChange, note, problem } = useLoaderData<typeof loader>()
  const t = useT()
  const errorText = useErrorText()
  return (
    <Page width="wide">
      <PageHeader
        title={t('admin.plans')}
        description={t('admin.plansLead')}
        actions={
          <>
            <LinkButton to="/admin/add-ons">{t('extras.offers')}</LinkButton>
            <LinkButton to="/admin/coupons">{t('extras.coupons')}</LinkButton>
            {mayChange && (
              <LinkButton to="/admin/plans/new" variant="primary">
                {t('admin.planNew')}
              </LinkButton>
            )}
          </>
        }
      />
      {note && (
        <div role="status">
          <Notice tone="good">{t(note)}</Notice>
        </div>
      )}
      {problem && <Notice tone="bad">{errorText(problem)}</Notice>}
      <Card flush>
        <PlanTable rows={rows} mayChange={mayChange} />
      </Card>
    </Page>
  )
}
