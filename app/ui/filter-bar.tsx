import { Form, useSubmit } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { useT } from './i18n-provider.tsx'
import { Input, Select } from './input.tsx'

/**
 * Filters of a list: a form sent by GET. A choice counts at once where there is a script, the
 * button is for everybody.
 */
export function FilterBar({ search, children }: { search: ReactNode; children: ReactNode }) {
  const t = useT()
  const submit = useSubmit()
  return (
    <Form
      method="get"
      role="search"
      className="flex flex-wrap items-end gap-3 [&>div]:min-w-36 [&>div]:max-sm:flex-1"
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) submit(event.currentTarget)
      }}
    >
      {search}
      {children}
      <Button type="submit">{t('closing.filter')}</Button>
    </Form>
  )
}

/** What is searched for. */
export function SearchInput({ label, value }: { label: string; value: string }) {
  return (
    <Field name="q" label={label}>
      <Input type="search" defaultValue={value} autoComplete="off" maxLength={100} />
    </Field>
  )
}

/** One of a few; the first option is all of them. */
export function ChoiceFilter(props: {
  name: string
  label: string
  all: string
  value: string | undefined
  options: { value: string; label: string }[]
}) {
  return (
    <Field name={props.name} label={props.label}>
      <Select defaultValue={props.value ?? ''}>
        <option value="">{props.all}</option>
        {props.options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
