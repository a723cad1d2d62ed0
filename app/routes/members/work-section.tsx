import { Form } from '@remix-run/react'
import { LinkButton, SubmitButton } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input, Select } from '#app/ui/input.tsx'
import { Section } from '#app/ui/page.tsx'

export type ShownWork = {
  title: string
  departmentId: number | null
  capacity: number | null
  skillIds: readonly number[]
}

/** What a member does and how much at once; and the way to take it all off their hands. */
export function WorkSection(props: {
  member: { id: number; work: ShownWork }
  offered: {
    departments: { id: number; name: string }[]
    skills: { id: number; name: string }[]
    defaultCapacity: number
  }
}) {
  const { member, offered } = props
  const { id, work } = member
  const t = useT()
  const action = `/members/${id}/work`
  return (
    <Form method="post" action={action}>
      <Section title={t('team.work')} description={t('team.workLead')}>
        <Field name="title" label={t('team.jobTitle')} optional>
          <Input defaultValue={work.title} maxLength={60} />
        </Field>
        <Field name="departmentId" label={t('team.department')} optional>
          <Select defaultValue={work.departmentId ?? ''}>
            <option value="">{t('team.noDepartment')}</option>
            {offered.departments.map((department) => (
              <option key={department.id} value={department.id}>
                {department.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          name="capacity"
          label={t('team.capacity')}
          help={t('team.capacityHelp', { count: offered.defaultCapacity })}
          optional
        >
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={500}
            defaultValue={work.capacity ?? ''}
            className="max-w-40"
          />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-2 font-medium">{t('team.skills')}</legend>
          {offered.skills.length === 0 && <p className="text-soft">{t('team.skillsNone')}</p>}
          <div className="grid gap-2 sm:grid-cols-2">
            {offered.skills.map((skill) => (
              <Checkbox
                key={skill.id}
                id={`skill-${skill.id}`}
                name="skill"
                value={skill.id}
                label={skill.name}
                defaultChecked={work.skillIds.includes(skill.id)}
              />
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap gap-2">
          <SubmitButton action={action}>{t('team.saveWork')}</SubmitButton>
          <LinkButton to={`/members/${id}/leaving`}>{t('team.leaving')}</LinkButton>
        </div>
      </Section>
    </Form>
  )
}
