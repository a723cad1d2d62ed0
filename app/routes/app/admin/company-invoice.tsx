import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChevronLeft, Download } from 'lucide-react'
import { creditableOf, listCreditsOf } from '#app/platform/billing/credit-asks.server.ts'
import { findDocument } from '#app/platform/billing/documents.server.ts'
import { listBillingMessages } from '#app/platform/billing/reminders/messages.server.ts'
import { platformCan } from '#app/platform/users/permissions.ts'
import { CreditHistory } from '#app/routes/admin/credit-history.tsx'
import { MessageHistory } from '#app/routes/admin/message-history.tsx'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { DocumentSheet } from '#app/ui/billing/document-sheet.tsx'
import { buttonClass, LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One invoice or credit note of a company, and what was asked for about it. */
export function loader(args: LoaderFunctionArgs) {
  const { platform, services, user, company } = requireCompany(args, 'admin.read')
  const id = Number(args.params['invoiceId'])
  const document = findDocument(platform, company.id, id)
  if (!document) throw new Response(null, { status: 404 })
  return {
    title: `${document.number} · ${pageTitle(args, 'admin.invoices')}`,
    ...{ document, company: { id: company.id, name: company.name }, seller: services.seller() },
    credits: listCreditsOf(platform, id),
    messages: listBillingMessages(platform, { tenantId: company.id, invoiceId: id }),
    mayCredit: platformCan(user.role, 'tenants.write') && creditableOf(platform, id) > 0,
    wasAsked: new URL(args.request.url).searchParams.has('asked'),
  }
}

export default function CompanyInvoice() {
  const { document, company, seller, credits, messages, ...may } = useLoaderData<typeof loader>()
  const { mayCredit, wasAsked } = may
  const t = useT()
  const base = `/admin/companies/${company.id}`
  const address = `${base}/invoices/${document.id}`
  return (
    <Page>
      <div className="flex flex-wrap items-center gap-2">
        <LinkButton
          to={`${base}/subscription`}
          variant="quiet"
          className="mr-auto"
          icon={<ChevronLeft className="size-4" aria-hidden />}
        >
          {company.name}
        </LinkButton>
        <a href={`${address}/pdf`} className={buttonClass({})} download>
          <Download className="size-4" aria-hidden />
          {t('billing.doc.download')}
        </a>
        {mayCredit && <LinkButton to={`${address}/credit`}>{t('corrections.credit')}</LinkButton>}
      </div>
      {wasAsked && (
        <div role="status">
          <Notice tone="good">{t('corrections.creditAsked')}</Notice>
        </div>
      )}
      <DocumentSheet document={document} seller={seller} base={`${base}/invoices`} />
      {credits.length > 0 && <CreditHistory rows={credits} />}
      {messages.length > 0 && <MessageHistory rows={messages} />}
    </Page>
  )
}
