import { Form } from '@remix-run/react'
import { Button, LinkButton } from '../button.tsx'
import { Field } from '../field.tsx'
import { useI18n } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'
import { actionWords, subjectWords } from './audit-words.ts'

export type AuditQuery = {
  q: string
  actor: string
  action: string
  subject: string
  from: string
  until: string
}

const OTHERS = ['platform', 'api', 'system'] as const

/** Narrows the log: a plain form, so that every view of it has an address. */
export function AuditFilter(props: {
  query: AuditQuery
  actions: string[]
  members: { id: number; name: string }[]
}) {
  const { query, actions, members } = props
  const { t, messages } = useI18n()
  const subjects = [...new Set(actions.map((action) => action.split('.')[0] ?? ''))]
  const isNarrow = Object.values(query).some(Boolean)
  return (
    <Form
      method="get"
      action="/settings/audit"
      role="search"
      className="grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3"
    >
      <Field name="q" label={t('audit.search')} optional>
        <Input type="search" defaultValue={query.q} maxLength={200} />
      </Field>
      <Field name="actor" label={t('audit.actor')} optional>
        <Select defaultValue={query.actor}>
          <option value="">{t('audit.anybody')}</option>
          {members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {OTHERS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`audit.actor_${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="action" label={t('audit.action')} optional>
        <Select defaultValue={query.action}>
          <option value="">{t('audit.anything')}</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {actionWords(messages, action)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="subject" label={t('audit.subject')} optional>
        <Select defaultValue={query.subject}>
          <option value="">{t('audit.anything')}</option>
          {subjects.map((kind) => (
            <option key={kind} value={kind}>
              {subjectWords(messages, kind, null)}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="from" label={t('audit.from')} optional>
        <Input type="date" defaultValue={query.from} />
      </Field>
      <Field name="until" label={t('audit.until')} optional>
        <Input type="date" defaultValue={query.until} />
      </Field>
      <div className="flex gap-2 sm:col-span-2 lg:col-span-3">
        <Button type="submit">{t('audit.filter')}</Button>
        {isNarrow && (
          <LinkButton variant="quiet" to="/settings/audit">
            {t('audit.clear')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}
