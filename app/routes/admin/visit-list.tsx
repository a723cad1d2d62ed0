import { Form } from '@remix-run/react'
import type { PlatformVisit } from '#app/platform/support/visits.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

/** Who of the platform looked into the company; a visit that goes on can be ended from here. */
export function VisitList(props: { companyId: string; visits: PlatformVisit[]; mayEnd: boolean }) {
  const { companyId, visits, mayEnd } = props
  const t = useT()
  const address = (id: number) => `/admin/companies/${companyId}/visits/${id}/ending`
  return (
    <Card flush title={t('support.visits')} description={t('visits.lead')}>
      <Table
        caption={t('support.visits')}
        rows={visits}
        rowKey={({ id }) => id}
        actionsLabel={t('common.actions')}
        actions={
          mayEnd && visits.some(({ isLive }) => isLive)
            ? ({ id, isLive, userName }) =>
                isLive && (
                  <Form method="post" action={address(id)}>
                    <SubmitButton variant="danger" size="small" action={address(id)}>
                      {t('visits.end')} <span className="sr-only">{userName}</span>
                    </SubmitButton>
                  </Form>
                )
            : undefined
        }
        columns={[
          { header: t('support.who'), cell: ({ userName }) => userName },
          {
            header: t('support.why'),
            cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span>,
          },
          { header: t('support.began'), nowrap: true, cell: (row) => <Time at={row.enteredAt} /> },
          { header: t('support.state'), nowrap: true, cell: (row) => <State visit={row} /> },
        ]}
      />
    </Card>
  )
}

function State({ visit: { isLive, endedBy } }: { visit: PlatformVisit }) {
  const t = useT()
  if (isLive) return <Badge tone="warn">{t('support.isHere')}</Badge>
  return <span className="text-soft">{t(`visits.end_${endedBy}`)}</span>
}
