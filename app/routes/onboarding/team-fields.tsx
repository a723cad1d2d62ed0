import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select } from '#app/ui/input.tsx'

const roles = ['admin', 'manager', 'agent'] as const

/** Who is invited; a line without an address is nobody. */
export function TeamFields({ people }: { people: { email: string; role: string }[] }) {
  const t = useT()
  return (
    <ol className="flex flex-col gap-4">
      {people.map(({ email, role }, index) => (
        <li key={index} className="grid gap-3 sm:grid-cols-[1fr_12rem]">
          <Field
            name={`email_${index + 1}`}
            label={t('onboarding.colleague', { number: index + 1 })}
            optional
          >
            <Input type="email" autoComplete="off" defaultValue={email} />
          </Field>
          <Field name={`role_${index + 1}`} label={t('members.role')}>
            <Select defaultValue={role}>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {t(`members.role_${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        </li>
      ))}
    </ol>
  )
}
