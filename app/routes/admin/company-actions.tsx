import { Form } from '@remix-run/react'
import type { Company } from '#app/platform/companies/find.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Section } from '#app/ui/page.tsx'

/** What can be done to a company as a whole; each asks on a page of its own. */
export function CompanyActions({ company }: { company: Company }) {
  const t = useT()
  const base = `/admin/companies/${company.id}`
  const isLeaving = company.deletesAt !== null
  const isStopped = company.status === 'suspended' && company.suspendedBy !== 'billing'
  return (
    <Section title={t('admin.actions')} description={t('admin.actionsLead')}>
      <div className="flex flex-wrap gap-2">
        <LinkButton to={`${base}/identity`}>{t('identity.open')}</LinkButton>
        {!isStopped && !isLeaving && (
          <LinkButton to={`${base}/suspension`}>{t('admin.suspendOpen')}</LinkButton>
        )}
        <LinkButton to={`${base}/owner`}>{t('admin.ownerOpen')}</LinkButton>
        {isLeaving ? (
          <Export company={company} />
        ) : (
          <LinkButton to={`${base}/deletion`}>{t('admin.deleteOpen')}</LinkButton>
        )}
      </div>
    </Section>
  )
}

function Export({ company: { id, exportedAt, exportBytes } }: { company: Company }) {
  const t = useT()
  const format = useFormat()
  const action = `/admin/companies/${id}/export`
  if (exportedAt === null)
    return <p className="self-center text-soft">{t('admin.exportWaiting')}</p>
  return (
    <Form method="post" action={action} reloadDocument>
      <Button type="submit">
        {t('admin.exportDownload', { size: format.bytes(exportBytes ?? 0) })}
      </Button>
    </Form>
  )
}
