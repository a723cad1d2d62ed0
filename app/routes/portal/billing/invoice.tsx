import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChevronLeft, Download, Printer } from 'lucide-react'
import { toBillingFrame } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { DocumentSheet } from '#app/ui/billing/document-sheet.tsx'
import { Button, buttonClass, LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing, frame } = toBillingFrame(args.context, args.request)
  const document = billing.document(Number(args.params['id']))
  if (!document) throw new Response(null, { status: 404 })
  const title = pageTitle(args, 'billing.invoices')
  const canPay = frame.mayWrite && document.kind === 'invoice' && document.status === 'open'
  return { title: `${document.number} · ${title}`, document, seller: billing.seller(), canPay }
}

export default function Invoice() {
  const t = useT()
  const { document, seller, canPay } = useLoaderData<typeof loader>()
  const address = `/settings/billing/invoices/${document.id}`
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-4xl flex-col gap-4 px-4 py-6 sm:px-8 print:p-0">
      <nav className="flex flex-wrap items-center gap-2 print:hidden">
        <LinkButton
          to="/settings/billing/invoices"
          variant="quiet"
          className="mr-auto"
          icon={<ChevronLeft className="size-4" aria-hidden />}
        >
          {t('billing.doc.back')}
        </LinkButton>
        <Button
          className="noscript:hidden"
          icon={<Printer className="size-4" aria-hidden />}
          onClick={() => window.print()}
        >
          {t('billing.doc.print')}
        </Button>
        <a href={`${address}/pdf`} className={buttonClass({})} download>
          <Download className="size-4" aria-hidden />
          {t('billing.doc.download')}
        </a>
        {canPay && (
          <LinkButton to={`${address}/payment`} variant="primary">
            {t('billing.payNow')}
          </LinkButton>
        )}
      </nav>
      <DocumentSheet document={document} seller={seller} />
    </main>
  )
}
