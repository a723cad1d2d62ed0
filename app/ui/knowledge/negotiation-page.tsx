import { Form } from '@remix-run/react'
import { toMoneyInput } from '#app/i18n/money.ts'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Switch } from '../choice.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import { Page, PageHeader } from '../page.tsx'
import { EmptyState } from '../states.tsx'
import { Table } from '../table.tsx'
import type { Column } from '../table.tsx'
import { Time } from '../time.tsx'

type Limits = {
  floorMinor: number
  stepMinor: number
  roundsMax: number
  personBelowMinor: number | null
  bulkFrom: number | null
  bulkFloorMinor: number | null
}
type Product = { id: number; name: string; priceMinor: number; currency: string }
type Offer = {
  id: number
  at: number
  quantity: number
  bidMinor: number | null
  offeredMinor: number
  currency: string
  outcome: 'countered' | 'accepted' | 'last' | 'person'
}

const ROUNDS_USUAL = 3

/** How far the assistant may go on one product, and what it has offered. */
export function NegotiationPage(props: {
  product: Product
  limits: Limits | null
  offers: Offer[]
  result: FormResult | undefined
}) {
  const { product, limits, offers, result } = props
  const t = useT()
  const { money } = useFormat()
  const action = `/knowledge/products/${product.id}/negotiation`
  return (
    <Page width="narrow">
      <PageHeader
        title={t('negotiation.title', { name: product.name })}
        description={t('negotiation.lead')}
        back={{ to: `/knowledge/products/${product.id}`, label: product.name }}
      />
      <Card>
        <FormState result={result}>
          <Form method="post" action={action} className="flex flex-col gap-5" noValidate>
            <FormErrorSummary />
            <p className="text-soft">
              {t('negotiation.list', { price: money(product.priceMinor, product.currency) })}
            </p>
            <Switch name="isOn" label={t('negotiation.isOn')} defaultChecked={limits !== null} />
            <LimitFields limits={limits} currency={product.currency} />
            <div>
              <SubmitButton action={action}>{t('common.save')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
      <Card flush title={t('negotiation.offers')}>
        <OfferTable offers={offers} />
      </Card>
    </Page>
  )
}

function LimitFields({ limits, currency }: { limits: Limits | null; currency: string }) {
  const t = useT()
  const amount = (minor: number | null | undefined) =>
    minor === null || minor === undefined ? '' : toMoneyInput(minor, currency)
  const input = { inputMode: 'decimal', autoComplete: 'off', before: currency } as const
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="floorMinor" label={t('negotiation.floor')}>
          <Input {...input} defaultValue={amount(limits?.floorMinor)} />
        </Field>
        <Field name="stepMinor" label={t('negotiation.step')} help={t('negotiation.stepHelp')}>
          <Input {...input} defaultValue={amount(limits?.stepMinor)} />
        </Field>
      </div>
      <Field name="roundsMax" label={t('negotiation.rounds')}>
        <Input
          inputMode="numeric"
          autoComplete="off"
          defaultValue={String(limits?.roundsMax ?? ROUNDS_USUAL)}
          className="max-w-20"
        />
      </Field>
      <Field
        name="personBelowMinor"
        label={t('negotiation.personBelow')}
        help={t('negotiation.personBelowHelp')}
        optional
      >
        <Input {...input} defaultValue={amount(limits?.personBelowMinor)} />
      </Field>
      <fieldset className="flex flex-col gap-3">
        <legend className="font-medium">{t('negotiation.bulk')}</legend>
        <p className="text-soft">{t('negotiation.bulkLead')}</p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="bulkFrom" label={t('negotiation.bulkFrom')} optional>
            <Input
              inputMode="numeric"
              autoComplete="off"
              defaultValue={String(limits?.bulkFrom ?? '')}
            />
          </Field>
          <Field name="bulkFloorMinor" label={t('negotiation.bulkFloor')} optional>
            <Input {...input} defaultValue={amount(limits?.bulkFloorMinor)} />
          </Field>
        </div>
      </fieldset>
    </>
  )
}

function OfferTable({ offers }: { offers: Offer[] }) {
  const t = useT()
  const { money, number } = useFormat()
  if (offers.length === 0)
    return (
      <EmptyState compact title={t('negotiation.offersEmpty')}>
        {t('negotiation.offersEmptyLead')}
      </EmptyState>
    )
  const columns: Column<Offer>[] = [
    { header: t('negotiation.at'), nowrap: true, cell: ({ at }) => <Time at={at} /> },
    {
      ...{ header: t('negotiation.quantity'), align: 'end', deskOnly: true },
      cell: ({ quantity }) => number(quantity),
    },
    {
      ...{ header: t('negotiation.bid'), align: 'end' },
      cell: ({ bidMinor, currency }) => (bidMinor === null ? '–' : money(bidMinor, currency)),
    },
    {
      ...{ header: t('negotiation.offered'), align: 'end' },
      cell: ({ offeredMinor, currency }) => money(offeredMinor, currency),
    },
    {
      header: t('negotiation.outcome'),
      cell: ({ outcome }) => t(`negotiation.outcome_${outcome}`),
    },
  ]
  return (
    <Table
      caption={t('negotiation.offers')}
      columns={columns}
      rows={offers}
      rowKey={({ id }) => id}
    />
  )
}
