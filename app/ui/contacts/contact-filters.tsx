import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { contactLanguageName, contactLanguages } from '#app/domain/contacts/languages.ts'
import { LinkButton, SubmitButton } from '../button.tsx'
import { useChannelName } from '../channel-icon.tsx'
import { Field } from '../field.tsx'
import { FoldMark } from '../fold-mark.tsx'
import { useI18n, useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'

export type ContactChoices = {
  tags: { id: number; name: string }[]
  owners: { id: number; name: string }[]
  sources: string[]
  fields: { id: number; name: string }[]
}

type Option = { value: string; label: string }

const names = ['tag', 'channel', 'language', 'source', 'consent', 'owner', 'field'] as const

/** Narrows the list: a plain form, so that the address says what is shown. */
export function ContactFilters(props: { kept: Record<string, string>; choices: ContactChoices }) {
  const t = useT()
  const { kept, choices } = props
  const isOpen = names.some((name) => kept[name])
  return (
    <details open={isOpen} className="group rounded-md border bg-surface">
      <summary className="flex items-center gap-1.5 rounded-md px-4 py-2.5 font-medium">
        <FoldMark />
        {t('contacts.filters')}
      </summary>
      <Form
        // The selects are set once; another address is another form.
        key={JSON.stringify(kept)}
        method="get"
        action="/contacts"
        className="flex flex-col gap-4 border-t p-4"
      >
        {kept['q'] && <input type="hidden" name="q" value={kept['q']} />}
        {kept['score'] && <input type="hidden" name="score" value={kept['score']} />}
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Choices kept={kept} choices={choices} />
        </div>
        <div className="flex gap-2">
          <SubmitButton variant="secondary">{t('contacts.filterApply')}</SubmitButton>
          {isOpen && (
            <LinkButton to="/contacts" variant="quiet">
              {t('contacts.filterClear')}
            </LinkButton>
          )}
        </div>
      </Form>
    </details>
  )
}

function Choices({ kept, choices }: { kept: Record<string, string>; choices: ContactChoices }) {
  const t = useT()
  const { language } = useI18n()
  const channelName = useChannelName()
  const named = (rows: { id: number; name: string }[]): Option[] =>
    rows.map(({ id, name }) => ({ value: String(id), label: name }))
  const channels = (['whatsapp-cloud', 'telegram', 'web-chat'] as const).map((value) => ({
    ...{ value, label: channelName(value) },
  }))
  const languages = contactLanguages.map((value) => ({
    ...{ value, label: contactLanguageName(value, language) },
  }))
  const consents = (['opted_out', 'marketing', 'silent'] as const).map((value) => ({
    ...{ value, label: t(`contacts.consent.${value}`) },
  }))
  const sources = choices.sources.map((value) => ({ value, label: value }))
  const one = (name: string, label: string, options: Option[]) => (
    <Choice name={name} label={label} options={options} value={kept[name]} />
  )
  return (
    <>
      {one('tag', t('contacts.tag'), named(choices.tags))}
      {one('channel', t('contacts.channel'), channels)}
      {one('language', t('contacts.language'), languages)}
      {one('source', t('contacts.source'), sources)}
      {one('consent', t('contacts.consent'), consents)}
      {one('owner', t('contacts.owner'), named(choices.owners))}
      {choices.fields.length > 0 && (
        <>
          {one('field', t('contacts.field'), named(choices.fields))}
          <Field name="value" id="filter-value" label={t('contacts.fieldValue')} optional>
            <Input defaultValue={kept['value']} />
          </Field>
        </>
      )}
    </>
  )
}

function Choice(props: {
  name: string
  label: ReactNode
  options: Option[]
  value: string | undefined
}) {
  const t = useT()
  return (
    <Field name={props.name} id={`filter-${props.name}`} label={props.label}>
      <Select defaultValue={props.value ?? ''}>
        <option value="">{t('contacts.any')}</option>
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  )
}
