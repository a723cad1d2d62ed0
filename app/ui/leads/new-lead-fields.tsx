import type { Stage } from '#app/domain/leads/shown.ts'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { Input, Select } from '../input.tsx'

type Person = { id: number; name: string; phone: string | null }

/** Who it is with, what it is about and what it may bring; the rest comes later. */
export function NewLeadFields(props: {
  contact: Person | undefined
  /** whom one may choose among when none is given */
  recent: Person[]
  stages: Stage[]
  currency: string
}) {
  const { contact, recent, stages, currency } = props
  const t = useT()
  const offered = contact ? [contact, ...recent.filter(({ id }) => id !== contact.id)] : recent
  return (
    <>
      <Field name="contactId" label={t('leads.contact')}>
        <Select defaultValue={contact?.id ?? ''}>
          {!contact && <option value="" />}
          {offered.map((person) => (
            <option key={person.id} value={person.id}>
              {toName(t, person)}
              {person.name && person.phone ? ` · ${person.phone}` : ''}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="title" label={t('leads.name')} help={t('leads.nameHelp')} optional>
        <Input maxLength={120} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field name="value" label={t('leads.value')} optional>
          <Input inputMode="decimal" before={currency} />
        </Field>
        <Field name="stageId" label={t('leads.stage')}>
          <Select>
            {stages.map((stage) => (
              <option key={stage.id} value={stage.id}>
                {stage.name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </>
  )
}
