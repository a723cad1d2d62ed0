import { Form } from '@remix-run/react'
import { contactLanguageName } from '#app/domain/contacts/languages.ts'
import { LinkButton, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { useI18n, useT } from '../i18n-provider.tsx'
import { useFieldText } from './custom-field-input.tsx'
import type { ShownField } from './custom-field-input.tsx'

type Person = {
  id: number
  name: string
  phone: string | null
  columns: Record<string, string>
  conversations: number
  sales: number
}

export type MergePair = {
  keep: Person
  gone: Person
  fields: { id: number; name: string; type: ShownField['type'] }[]
}

const labels = {
  name: 'contacts.name',
  phone: 'contacts.phone',
  email: 'contacts.email',
  language: 'contacts.language',
  location: 'contacts.location',
  source: 'contacts.source',
  campaign: 'contacts.campaign',
  owner_id: 'contacts.owner',
} as const

/** Where two contacts differ, one choice each; what only one of them has stays anyway. */
export function MergeForm({ pair }: { pair: MergePair }) {
  const t = useT()
  const toText = useValueText(pair)
  const { keep, gone, fields } = pair
  const rows = [
    ...Object.entries(labels).map(([name, label]) => ({ name, label: t(label) })),
    ...fields.map((field) => ({ name: `field-${field.id}`, label: field.name })),
  ].filter(({ name }) => keep.columns[name] || gone.columns[name])
  return (
    <Form method="post" className="flex flex-col gap-6">
      <input type="hidden" name="gone" value={gone.id} />
      <Card flush>
        <div className="hidden gap-x-6 border-b px-5 py-3 text-small font-medium text-faint sm:grid sm:grid-cols-[10rem_1fr_1fr]">
          <span />
          <span>{t('duplicates.headKeep')}</span>
          <span>{t('duplicates.headGone')}</span>
        </div>
        {rows.map(({ name, label }) => (
          <fieldset
            key={name}
            className="grid gap-x-6 gap-y-1 border-b px-4 py-3 last:border-b-0 sm:grid-cols-[10rem_1fr_1fr] sm:px-5"
          >
            <legend className="sr-only">{label}</legend>
            <span className="text-faint" aria-hidden>
              {label}
            </span>
            <Choice
              name={name}
              value="keep"
              text={toText(name, keep)}
              isChosen={Boolean(keep.columns[name])}
            />
            <Choice
              name={name}
              value="gone"
              text={toText(name, gone)}
              isChosen={!keep.columns[name]}
            />
          </fieldset>
        ))}
        <div className="grid gap-x-6 gap-y-1 px-4 py-3 text-soft sm:grid-cols-[10rem_1fr_1fr] sm:px-5">
          <span className="text-faint">{t('duplicates.mergedBoth')}</span>
          {[keep, gone].map(({ id, conversations, sales }) => (
            <span key={id}>{t('duplicates.counts', { conversations, sales })}</span>
          ))}
        </div>
      </Card>
      <div className="flex flex-wrap gap-2">
        <SubmitButton>{t('duplicates.merge')}</SubmitButton>
        <LinkButton to={`/contacts/${gone.id}/merge?with=${keep.id}`}>
          {t('duplicates.swap')}
        </LinkButton>
        <LinkButton to={`/contacts/${keep.id}`} variant="quiet">
          {t('common.cancel')}
        </LinkButton>
      </div>
    </Form>
  )
}

function Choice(props: { name: string; value: string; text: string; isChosen: boolean }) {
  const t = useT()
  const { name, value, text, isChosen } = props
  return (
    <label className="flex cursor-pointer items-start gap-2.5 py-0.5">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={isChosen}
        disabled={text === ''}
        className="mt-0.5 size-4 shrink-0"
      />
      <span className={text ? 'min-w-0 wrap-anywhere' : 'text-faint'}>
        {text || t('duplicates.nothing')}
      </span>
    </label>
  )
}

function useValueText({ fields }: MergePair) {
  const { language } = useI18n()
  const toText = useFieldText()
  return (name: string, person: Person): string => {
    const value = person.columns[name] ?? ''
    if (name === 'language' && value) return contactLanguageName(value, language)
    const field = fields.find((one) => `field-${one.id}` === name)
    return field && value ? toText(field, value) : value
  }
}
