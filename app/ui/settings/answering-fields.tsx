import { formatMoney, toMoneyInput } from '#app/i18n/money.ts'
import { Switch } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useI18n, useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'
import { Notice } from '../notice.tsx'
import { Section } from '../page.tsx'

/** What the model's vendor charges in, whatever the company's own currency. */
const BUDGET_CURRENCY = 'USD'

type Spend = { cents: number; answers: number; isUsedUp: boolean }

/** On or off, how sure, and how much it may cost. */
export function AnsweringFields(props: {
  answering: {
    isOn: boolean
    thresholdPercent: number
    budgetCents: number | null
    returnMinutes: number | null
  }
  spend: Spend
}) {
  const { answering, spend } = props
  const t = useT()
  const { budgetCents } = answering
  return (
    <Section title={t('settings.answering')} description={t('settings.answeringLead')}>
      <Switch
        name="isOn"
        label={t('settings.aiOn')}
        help={t('settings.aiOnHelp')}
        defaultChecked={answering.isOn}
      />
      <Field name="threshold" label={t('settings.threshold')} help={t('settings.thresholdHelp')}>
        <Input
          inputMode="numeric"
          after="%"
          defaultValue={String(answering.thresholdPercent)}
          className="max-w-24"
        />
      </Field>
      <p className="text-small text-soft">{t('settings.alwaysPerson')}</p>
      <Field
        name="returnMinutes"
        label={t('settings.aiReturn')}
        help={t('settings.aiReturnHelp')}
        optional
      >
        <Input
          inputMode="numeric"
          maxLength={4}
          after={t('settings.minutes')}
          defaultValue={answering.returnMinutes ?? ''}
          className="max-w-32"
        />
      </Field>
      <Field name="budget" label={t('settings.budget')} help={t('settings.budgetHelp')} optional>
        <Input
          inputMode="decimal"
          before={BUDGET_CURRENCY}
          defaultValue={budgetCents === null ? '' : toMoneyInput(budgetCents, BUDGET_CURRENCY)}
          className="max-w-32"
        />
      </Field>
      <MonthSpend spend={spend} budgetCents={budgetCents} />
    </Section>
  )
}

function MonthSpend({ spend, budgetCents }: { spend: Spend; budgetCents: number | null }) {
  const t = useT()
  const { language } = useI18n()
  const money = (cents: number) => formatMoney(cents, BUDGET_CURRENCY, language)
  const values = { spent: money(spend.cents), count: spend.answers }
  const text =
    budgetCents === null
      ? t('settings.spentOnly', values)
      : t('settings.spentOf', { ...values, budget: money(budgetCents) })
  return (
    <div className="flex flex-col gap-2">
      <p>
        <span className="font-medium">{t('settings.spent')}</span>
        <span className="block text-soft">{text}</span>
      </p>
      {budgetCents !== null && budgetCents > 0 && (
        <progress
          className="progress"
          aria-label={text}
          value={Math.min(spend.cents, budgetCents)}
          max={budgetCents}
        />
      )}
      {spend.isUsedUp && <Notice tone="warn">{t('settings.budgetStopped')}</Notice>}
    </div>
  )
}
