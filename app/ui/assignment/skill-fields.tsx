import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'

/** A skill's name, the words that ask for it, and who has it. */
export function SkillFields(props: {
  skill?: { name: string; words: string[]; memberIds: number[] }
  members: { id: number; name: string }[]
}) {
  const { skill, members } = props
  const t = useT()
  return (
    <>
      <Field name="name" label={t('assignment.skillName')}>
        <Input defaultValue={skill?.name} maxLength={60} autoComplete="off" />
      </Field>
      <Field
        name="words"
        label={t('assignment.skillWords')}
        help={t('assignment.skillWordsHelp')}
        optional
      >
        <Textarea rows={4} defaultValue={skill?.words.join('\n')} />
      </Field>
      <fieldset>
        <legend className="mb-1.5 font-medium">{t('assignment.skillHolders')}</legend>
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {members.map((member) => (
            <li key={member.id}>
              <label className="flex min-h-8 cursor-pointer items-center gap-2.5 pointer-coarse:min-h-11">
                <input
                  type="checkbox"
                  name="memberId"
                  value={member.id}
                  defaultChecked={skill?.memberIds.includes(member.id)}
                  className="size-4 shrink-0 rounded-sm"
                />
                {member.name}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
    </>
  )
}
