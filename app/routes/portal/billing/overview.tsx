import type { LoaderFunctionArgs } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { CreditCard, ReceiptText, Wallet } from 'lucide-react'
import type { ReactNode } from 'react'
import { toBillingFrame } from '#app/routes/billing-page.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { DocumentTable } from '#app/ui/billing/document-table.tsx'
import { ExtrasCard } from '#app/ui/billing/extras-card.tsx'
import { KeptCard } from '#app/ui/billing/kept-card.tsx'
import { PaymentTable } from '#app/ui/billing/payment-table.tsx'
import { StandingCard } from '#app/ui/billing/standing-card.tsx'
import { UsageCard } from '#app/ui/billing/usage-card.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SettingsPage } from '#app/ui/settings/settings-page.tsx'
import { EmptyState } from '#app/ui/states.tsx'

/** Newest documents and payments shown here; the rest is one click away. */
const SHOWN = 5

const notes = {
  ...({ changed: 'billing.note.changed', planned: 'billing.note.planned' } as const),
  ...({ begun: 'billing.note.begun', cancelled: 'billing.note.cancelled' } as const),
  ...({ resumed: 'billing.note.resumed', nothing: 'billing.note.nothing' } as const),
  refused: 'billing.note.refused',
  ...({ addOns: 'extras.note.addOns', coupon: 'extras.note.coupon' } as const),
  overage: 'extras.note.overage',
  ...({ cardKept: 'billing.note.cardKept', cardOff: 'billing.note.cardOff' } as const),
} as const

/** What went well is said in green. */
const tones: Partial<Record<keyof typeof notes, 'info' | 'warn'>> = {
  ...{ refused: 'info', nothing: 'info', cardKept: 'info', cardOff: 'warn' },
}

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { billing, db, frame } = toBillingFrame(args.context, args.request)
  const note = new URL(args.request.url).searchParams.get('note')
  return {
    ...{ title: pageTitle(args, 'billing.title'), frame },
    note: note && Object.hasOwn(notes, note) ? (note as keyof typeof notes) : undefined,
    ...{ standing: billing.standing() ?? null, usage: billing.usage(db) },
    hasCards: billing.cards !== undefined,
    card: billing.cards?.kept() ?? null,
    contacts: billing.contacts(),
    documents: billing.documents({ size: SHOWN }),
    payments: billing.payments({ size: SHOWN }),
  }
}

export default function Billing() {
  const t = useT()
  const { frame, note, standing, usage, hasCards, card, ...lists } = useLoaderData<typeof loader>()
  const { documents, payments } = lists
  return (
    <SettingsPage at="billing" frame={frame} hasOwnPermission>
      {note && (
        <div role="status">
          <Notice tone={tones[note] ?? 'good'}>{t(notes[note])}</Notice>
        </div>
      )}
      {!frame.mayWrite && <Notice>{t('billing.readOnly')}</Notice>}
      {standing ? <StandingCard standing={standing} mayWrite={frame.mayWrite} /> : <NoPlan />}
      <UsageCard {...usage} />
      {standing && <ExtrasCard standing={standing} mayWrite={frame.mayWrite} />}
      {standing && hasCards && <KeptCard card={card} mayWrite={frame.mayWrite} />}
      {standing && <ContactsCard />}
      <Newest title={t('billing.invoices')} to="/settings/billing/invoices">
        {documents.rows.length > 0 ? <DocumentTable rows={documents.rows} /> : <NoDocuments />}
      </Newest>
      <Newest title={t('billing.payments')} to="/settings/billing/payments">
        {payments.rows.length > 0 ? <PaymentTable rows={payments.rows} /> : <NoPayments />}
      </Newest>
    </SettingsPage>
  )
}

function ContactsCard() {
  const t = useT()
  const { frame, contacts } = useLoaderData<typeof loader>()
  const names = contacts.map(({ name }) => name).join(', ')
  return (
    <Card
      title={t('dunning.contacts')}
      actions={
        frame.mayWrite && (
          <LinkButton to="/settings/billing/contacts" size="small">
            {t('dunning.contactsChange')}
          </LinkButton>
        )
      }
    >
      <p className="text-soft">{names || t('dunning.contactsNoneLead')}</p>
    </Card>
  )
}

function Newest(props: { title: string; to: string; children: ReactNode }) {
  const t = useT()
  const actions = (
    <Link to={props.to} className="text-accent-ink hover:underline">
      {t('billing.all')}
      <span className="sr-only">: {props.title}</span>
    </Link>
  )
  return (
    <Card title={props.title} actions={actions} flush>
      {props.children}
    </Card>
  )
}

function NoPlan() {
  const t = useT()
  return (
    <Card>
      <EmptyState
        compact
        icon={<CreditCard aria-hidden />}
        title={t('billing.none')}
        action={
          <LinkButton to="/settings/billing/plans" variant="primary">
            {t('billing.choose')}
          </LinkButton>
        }
      >
        {t('billing.noneLead')}
      </EmptyState>
    </Card>
  )
}

function NoDocuments() {
  const t = useT()
  return (
    <EmptyState compact icon={<ReceiptText aria-hidden />} title={t('billing.invoicesNone')}>
      {t('billing.invoicesNoneLead')}
    </EmptyState>
  )
}

function NoPayments() {
  const t = useT()
  return (
    <EmptyState compact icon={<Wallet aria-hidden />} title={t('billing.paymentsNone')}>
      {t('billing.paymentsNoneLead')}
    </EmptyState>
  )
}
