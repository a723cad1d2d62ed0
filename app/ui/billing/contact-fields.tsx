import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'

/** Who is written to about money, and where. */
export function ContactFields(props: {
  language: 'en' | 'sw'
  hasWhatsApp: boolean
  contact?: { name: string; email: string; phone: string | null }
}) {
  const t = useT()
  const { contact } = props
  return (
    <div className="flex flex-col gap-5">
      <Field name="name" label={t('dunning.name')}>
        <Input autoComplete="off" maxLength={80} defaultValue={contact?.name} />
      </Field>
      <Field name="email" label={t('dunning.email')}>
        <Input type="email" autoComplete="off" maxLength={200} defaultValue={contact?.email} />
      </Field>
      <Field
        name="phone"
        label={t('dunning.phone')}
        help={t(props.hasWhatsApp ? 'dunning.phoneHelp' : 'dunning.phoneHelpOff')}
        optional
      >
        <Input type="tel" autoComplete="off" maxLength={30} defaultValue={contact?.phone ?? ''} />
      </Field>
      <Field name="language" label={t('dunning.language')}>
        <Select defaultValue={props.language}>
          <option value="en">English</option>
          <option value="sw">Kiswahili</option>
        </Select>
      </Field>
    </div>
  )
}
