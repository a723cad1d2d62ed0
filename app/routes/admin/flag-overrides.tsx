import { Form } from '@remix-run/react'
import type { FlagName, FlagScope } from '#app/platform/flags/registry.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select } from '#app/ui/input.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

type Override = {
  scope: FlagScope
  subject: string
  value: number
  label: string
  updatedAt: number
}

/** What was said about a flag, the closest first, each with a button that takes it back. */
export function FlagOverrides({
  flag: { name, isOn, overrides, mayChange },
}: {
  flag: { name: FlagName; isOn: boolean; overrides: Override[]; mayChange: boolean }
}) {
  const t = useT()
  return (
    <Card title={t('control.overrides')} description={t('control.overridesLead')} flush>
      {overrides.length === 0 ? (
        <EmptyState compact title={t('control.noOverrides')}>
          {t(isOn ? 'control.defaultOn' : 'control.defaultOff')}
        </EmptyState>
      ) : (
        <Table
          caption={t('control.overrides')}
          rows={overrides}
          rowKey={({ scope, subject }) => `${scope}${subject}`}
          columns={[
            { header: t('control.forWhom'), cell: (one) => <ForWhom {...one} /> },
            { header: t('control.state'), cell: (one) => <Said {...one} /> },
            {
              header: t('control.changedAt'),
              hideOnPhone: true,
              cell: ({ updatedAt }) => <Time at={updatedAt} />,
            },
          ]}
          actionsLabel={t('control.takeBack')}
          actions={mayChange ? (one) => <TakeBack name={name} override={one} /> : undefined}
        />
      )}
    </Card>
  )
}

function ForWhom({ scope, label }: Pick<Override, 'scope' | 'label'>) {
  const t = useT()
  return <>{t(`control.scope_${scope}`, { name: label })}</>
}

/** On, off, or how many of a hundred. */
export function Said({ scope, value }: Pick<Override, 'scope' | 'value'>) {
  const t = useT()
  if (scope === 'percentage') return <>{t('control.percent', { percent: value })}</>
  return <>{t(value === 1 ? 'control.on' : 'control.off')}</>
}

function TakeBack({ name, override }: { name: FlagName; override: Override }) {
  const t = useT()
  const { scope, subject } = override
  return (
    <Form method="post" action={`/admin/flags/${name}`}>
      <input type="hidden" name="scope" value={scope} />
      <input type="hidden" name="subject" value={subject} />
      <input type="hidden" name="state" value="none" />
      <SubmitButton variant="quiet" size="small">
        {t('control.takeBack')}
      </SubmitButton>
    </Form>
  )
}

/** Says something new about a flag; what does not belong to the chosen scope is left alone. */
export function NewOverride(props: {
  name: FlagName
  plans: { id: string; name: string }[]
  result: FormResult | undefined
}) {
  const { name, plans, result } = props
  const t = useT()
  return (
    <FormState result={result}>
      <Form method="post" action={`/admin/flags/${name}`} noValidate>
        <Card
          title={t('control.newOverride')}
          description={t('control.newOverrideLead')}
          footer={<SubmitButton>{t('common.save')}</SubmitButton>}
        >
          <div className="grid gap-5 sm:grid-cols-2">
            <div className="sm:col-span-2">
              <FormErrorSummary />
            </div>
            <RadioGroup
              name="scope"
              legend={t('control.forWhom')}
              defaultValue="company"
              options={[
                { value: 'company', label: t('control.oneCompany') },
                { value: 'plan', label: t('control.onePlan') },
                { value: 'percentage', label: t('control.aShare') },
                { value: 'global', label: t('control.everybody') },
              ]}
            />
            <RadioGroup
              name="state"
              legend={t('control.state')}
              defaultValue="off"
              options={[
                { value: 'on', label: t('control.on') },
                { value: 'off', label: t('control.off') },
              ]}
            />
            <Field name="company" label={t('control.companyAddress')} optional>
              <Input maxLength={100} autoComplete="off" />
            </Field>
            <Field name="plan" label={t('platform.plan')} optional>
              <Select>
                {plans.map((plan) => (
                  <option key={plan.id} value={plan.id}>
                    {plan.name}
                  </option>
                ))}
              </Select>
            </Field>
            <Field name="share" label={t('control.share')} help={t('control.shareHelp')} optional>
              <Input inputMode="numeric" maxLength={3} />
            </Field>
          </div>
        </Card>
      </Form>
    </FormState>
  )
}
