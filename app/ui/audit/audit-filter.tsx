import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { Button, LinkButton } from '../button.tsx'
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
      <Narrow label={t('audit.search')}>
        <Input name="q" type="search" defaultValue={query.q} maxLength={200} />
      </Narrow>
      <Narrow label={t('audit.actor')}>
        <Select name="actor" defaultValue={query.actor}>
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
      </Narrow>
      <Narrow label={t('audit.action')}>
        <Select name="action" defaultValue={query.action}>
          <option value="">{t('audit.anything')}</option>
          {actions.map((action) => (
            <option key={action} value={action}>
              {actionWords(messages, action)}
            </option>
          ))}
        </Select>
      </Narrow>
      <Narrow label={t('audit.subject')}>
        <Select name="subject" defaultValue={query.subject}>
          <option value="">{t('audit.anything')}</option>
          {subjects.map((kind) => (
            <option key={kind} value={kind}>
              {subjectWords(messages, kind, null)}
            </option>
          ))}
        </Select>
      </Narrow>
      <Narrow label={t('audit.from')}>
        <Input name="from" type="date" defaultValue={query.from} />
      </Narrow>
      <Narrow label={t('audit.until')}>
        <Input name="until" type="date" defaultValue={query.until} />
      </Narrow>
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

/** No field of a filter is required, so none is called optional. */
function Narrow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="flex min-w-0 flex-col gap-1.5">
      <span className="font-medium">{label}</span>
      {children}
    </label>
  )
}
