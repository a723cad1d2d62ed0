import { alertRoles, alertUnits } from '#app/platform/alerts/kinds.ts'
import type { AlertRule } from '#app/platform/alerts/kinds.ts'
import { Checkbox, Switch } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'

/** When a rule speaks, how often, and to whom. */
export function RuleFields({ rule }: { rule: AlertRule & { shown: number } }) {
  const t = useT()
  return (
    <>
      <Switch name="isOn" label={t('alerts.watch')} defaultChecked={rule.isOn} />
      <div className="grid gap-5 sm:grid-cols-2">
        <Field
          name="threshold"
          label={t('alerts.threshold')}
          help={t(`alerts.in_${alertUnits[rule.kind]}`)}
        >
          <Input inputMode="decimal" defaultValue={rule.shown} />
        </Field>
        <Field name="againHours" label={t('alerts.again')} help={t('alerts.againHelp')}>
          <Input inputMode="numeric" defaultValue={rule.againHours} />
        </Field>
      </div>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-medium">{t('alerts.told')}</legend>
        <p className="text-small text-faint">{t('alerts.toldHelp')}</p>
        {alertRoles.map((role) => (
          <Checkbox
            key={role}
            name={`role-${role}`}
            label={t(`members.role_${role}`)}
            defaultChecked={rule.roles.includes(role)}
          />
        ))}
        <Checkbox name="byMail" label={t('alerts.byMail')} defaultChecked={rule.byMail} />
        <Checkbox name="byWebhook" label={t('alerts.byWebhook')} defaultChecked={rule.byWebhook} />
      </fieldset>
    </>
  )
}
