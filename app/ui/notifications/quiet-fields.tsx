import { Checkbox, RadioGroup } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'

const USUAL = { from: '20:00', until: '07:00' }

/** Hours in which nothing rings; times appear once they are wanted. */
export function QuietFields({ quiet }: { quiet: { from: string; until: string } | undefined }) {
  const t = useT()
  const { from, until } = quiet ?? USUAL
  return (
    <div className="group flex flex-col gap-4">
      <Checkbox name="quiet" label={t('notifications.quietOn')} defaultChecked={Boolean(quiet)} />
      <div className="flex gap-4 group-has-[[name=quiet]:not(:checked)]:hidden">
        <Field name="quietFrom" label={t('notifications.quietFrom')}>
          <Input type="time" defaultValue={from} className="w-32! tabular-nums" />
        </Field>
        <Field name="quietUntil" label={t('notifications.quietUntil')}>
          <Input type="time" defaultValue={until} className="w-32! tabular-nums" />
        </Field>
      </div>
    </div>
  )
}

/** How often a summary is mailed. */
export function RhythmField({ digest }: { digest: 'off' | 'daily' | 'weekly' }) {
  const t = useT()
  return (
    <RadioGroup
      name="digest"
      legend={t('notifications.digestOften')}
      defaultValue={digest}
      options={[
        { value: 'off', label: t('notifications.digest_off') },
        { value: 'daily', label: t('notifications.digest_daily') },
        { value: 'weekly', label: t('notifications.digest_weekly') },
      ]}
    />
  )
}
