import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Field } from '../field.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'
import { Table } from '../table.tsx'
import type { Rep } from './shown.ts'

export type ShownRate = {
  id: number
  repName: string | null
  planName: string | null
  oneTime: number
  percentBp: number
  months: number
}

export function RateTable({ rates }: { rates: ShownRate[] }) {
  const t = useT()
  const { money, number } = useFormat()
  return (
    <Table
      caption={t('prospects.rates')}
      rows={rates}
      rowKey={(rate) => rate.id}
      columns={[
        {
          header: t('prospects.rateRep'),
          cell: (rate) => rate.repName ?? t('prospects.everyRep'),
        },
        {
          header: t('prospects.ratePlan'),
          cell: (rate) => rate.planName ?? t('prospects.everyPlan'),
        },
        {
          ...{ header: t('prospects.rateOneTime'), align: 'end' },
          cell: (rate) => money(rate.oneTime),
        },
        {
          ...{ header: t('prospects.ratePercent'), align: 'end' },
          cell: (rate) => `${number(rate.percentBp / 100)} %`,
        },
        {
          ...{ header: t('prospects.rateMonths'), align: 'end' },
          cell: (rate) => t('prospects.rateMonthsShort', { count: rate.months }),
        },
      ]}
      actionsLabel={t('prospects.rateRemove')}
      actions={(rate) => <Removal rate={rate} />}
    />
  )
}

function Removal({ rate }: { rate: ShownRate }) {
  const t = useT()
  const names = {
    rep: rate.repName ?? t('prospects.everyRep'),
    plan: rate.planName ?? t('prospects.everyPlan'),
  }
  return (
    <ConfirmDialog
      id={`rate-${rate.id}`}
      trigger={t('prospects.rateRemove')}
      triggerLook={{ variant: 'quiet', size: 'small' }}
      title={t('prospects.rateRemoveTitle', names)}
      action={`/sales/rates/${rate.id}/removal`}
      confirmLabel={t('prospects.rateRemove')}
    >
      {t('prospects.rateRemoveLead')}
    </ConfirmDialog>
  )
}

export function RateFields(props: {
  reps: Rep[]
  plans: { id: string; name: string }[]
  currency: string
}) {
  const { reps, plans, currency } = props
  const t = useT()
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field name="repId" label={t('prospects.rateRep')} optional>
        <Select>
          <option value="">{t('prospects.everyRep')}</option>
          {reps.map((rep) => (
            <option key={rep.id} value={rep.id}>
              {rep.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="planId" label={t('prospects.ratePlan')} optional>
        <Select>
          <option value="">{t('prospects.everyPlan')}</option>
          {plans.map((plan) => (
            <option key={plan.id} value={plan.id}>
              {plan.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="oneTime" label={t('prospects.rateOneTime')}>
        <Input inputMode="decimal" before={currency} />
      </Field>
      <Field
        name="percent"
        label={t('prospects.ratePercent')}
        help={t('prospects.ratePercentHelp')}
      >
        <Input inputMode="decimal" after="%" />
      </Field>
      <Field name="months" label={t('prospects.rateMonths')}>
        <Input inputMode="numeric" />
      </Field>
    </div>
  )
}
