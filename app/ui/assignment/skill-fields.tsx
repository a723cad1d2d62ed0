import type { InquiryType } from '#app/domain/analytics/topic-words.ts'
import { Checkbox } from '../choice.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Textarea } from '../input.tsx'

/** A skill's name, what asks for it, and who has it. */
export function SkillFields(props: {
  skill?: {
    name: string
    words: string[]
    inquiryTypes: string[]
    forUnhappy: boolean
    memberIds: number[]
  }
  members: { id: number; name: string }[]
  inquiryTypes: readonly InquiryType[]
}) {
  const { skill, members, inquiryTypes } = props
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
      <Boxes
        name="inquiryType"
        title={t('assignment.skillAbout')}
        help={t('assignment.skillAboutHelp')}
        boxes={inquiryTypes.map((type) => ({ value: type, label: t(`reports.inquiry.${type}`) }))}
        checked={skill?.inquiryTypes ?? []}
      />
      <Checkbox
        name="forUnhappy"
        label={t('assignment.skillUnhappy')}
        help={t('assignment.skillUnhappyHelp')}
        defaultChecked={skill?.forUnhappy}
      />
      <Boxes
        name="memberId"
        title={t('assignment.skillHolders')}
        boxes={members.map(({ id, name }) => ({ value: String(id), label: name }))}
        checked={skill?.memberIds.map(String) ?? []}
      />
    </>
  )
}

function Boxes(props: {
  name: string
  title: string
  help?: string
  boxes: { value: string; label: string }[]
  checked: string[]
}) {
  const { name, title, help, boxes, checked } = props
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{title}</legend>
      {help && <p className="mb-1.5 text-small text-faint">{help}</p>}
      <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
        {boxes.map(({ value, label }) => (
          <li key={value}>
            <label className="flex min-h-8 cursor-pointer items-center gap-2.5 pointer-coarse:min-h-11">
              <input
                type="checkbox"
                name={name}
                value={value}
                defaultChecked={checked.includes(value)}
                className="size-4 shrink-0 rounded-sm"
              />
              {label}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
