import { Form } from '@remix-run/react'
import { Badge } from '../badge.tsx'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { ChoiceFilter, FilterBar } from '../filter-bar.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import type { Rep } from './shown.ts'

const states = ['pending', 'approved', 'paid'] as const
type State = (typeof states)[number]

export function CommissionFilters(props: {
  state: string
  month: string
  months: { value: string; label: string }[]
  repId?: number
  reps: Rep[]
}) {
  const t = useT()
  const { state, month, months, repId, reps } = props
  return (
    <FilterBar search={null}>
      <ChoiceFilter
        name="state"
        label={t('prospects.state')}
        all={t('prospects.allStates')}
        value={state}
        options={states.map((value) => ({ value, label: t(`prospects.state_${value}`) }))}
      />
      <ChoiceFilter
        name="month"
        label={t('prospects.month')}
        all={t('prospects.allMonths')}
        value={month}
        options={months}
      />
      {reps.length > 0 && (
        <ChoiceFilter
          name="rep"
          label={t('prospects.rep')}
          all={t('prospects.allReps')}
          value={repId === undefined ? '' : String(repId)}
          options={reps.map((rep) => ({ value: String(rep.id), label: rep.name }))}
        />
      )}
    </FilterBar>
  )
}

export type ShownOwed = {
  repId: number
  repName: string
  state: State
  amount: number
  currency: string
  upTo: number
}

/** What waits for a decision, rep by rep: approve what is pending, note what was paid. */
export function Decisions({ owed }: { owed: ShownOwed[] }) {
  const t = useT()
  return (
    <Card title={t('prospects.decide')} description={t('prospects.decideLead')}>
      {owed.length === 0 && <p className="text-soft">{t('prospects.nothingToDecide')}</p>}
      <ul className="flex flex-col divide-y">
        {owed.map((one) => (
          <li
            key={`${one.repId}-${one.state}-${one.currency}`}
            className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 py-4 first:pt-0 last:pb-0"
          >
            <p>
              <span className="block font-medium">{one.repName}</span>
              <Badge tone={one.state === 'pending' ? 'neutral' : 'accent'}>
                {t(`prospects.state_${one.state}`)}
              </Badge>
            </p>
            <DecisionForm owed={one} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

function DecisionForm({ owed }: { owed: ShownOwed }) {
  const t = useT()
  const { money } = useFormat()
  const { repId, repName, state, upTo, currency } = owed
  const isPending = state === 'pending'
  const amount = money(owed.amount, currency)
  if (!isPending && owed.amount < 0)
    return (
      <p className="max-w-sm text-soft">
        {t('prospects.owed', { amount: money(-owed.amount, currency) })}
      </p>
    )
  const action = isPending ? '/sales/commissions/approvals' : '/sales/commissions/payouts'
  return (
    <Form method="post" action={action} className="flex flex-wrap items-end gap-3">
      <input type="hidden" name="repId" value={repId} />
      <input type="hidden" name="upTo" value={upTo} />
      <input type="hidden" name="amount" value={owed.amount} />
      <input type="hidden" name="currency" value={currency} />
      {!isPending && (
        <Field
          name="reference"
          id={`reference-${repId}-${currency}`}
          label={t('prospects.payOutReference')}
        >
          <Input maxLength={60} required autoComplete="off" />
        </Field>
      )}
      <SubmitButton
        variant={isPending ? 'primary' : 'secondary'}
        aria-label={`${t(isPending ? 'prospects.approve' : 'prospects.payOut', { amount })} · ${repName}`}
      >
        {t(isPending ? 'prospects.approve' : 'prospects.payOut', { amount })}
      </SubmitButton>
    </Form>
  )
}
