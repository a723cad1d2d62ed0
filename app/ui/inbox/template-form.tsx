import { Form, useLocation, useSearchParams } from '@remix-run/react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Select } from '../input.tsx'
import { outbox } from './outbox.ts'
import type { TemplateChoice, ThreadData } from './page-data.ts'
import { toName } from './preview-text.ts'
import { TemplateFields } from './template-fields.tsx'
import { toOutgoing, useOutbox } from './use-outbox.ts'

/** An approved template with its values and how it will read: all that WhatsApp takes now. */
export function TemplateForm({ data }: { data: ThreadData }) {
  const { templates = [], head } = data
  const t = useT()
  const asked = Number(useSearchParams()[0].get('template'))
  const [chosenId, setChosen] = useState(asked || templates[0]?.id)
  const { pathname, search } = useLocation()
  if (templates.length === 0) return <p className="text-soft">{t('inbox.templateNone')}</p>
  const chosen = templates.find((one) => one.id === chosenId) ?? templates[0]
  return (
    <div className="flex flex-col gap-3">
      <Form method="get" action={pathname} className="flex items-end gap-2">
        {[...new URLSearchParams(search)].map(
          ([name, value]) =>
            name !== 'template' && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <label className="flex flex-1 flex-col gap-1">
          <span className="text-small font-medium text-soft">{t('inbox.template')}</span>
          <Select
            name="template"
            value={chosen?.id}
            data-composer
            onChange={(event) => setChosen(Number(event.target.value))}
          >
            {templates.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name} ({one.language})
              </option>
            ))}
          </Select>
        </label>
        <noscript>
          <button type="submit" className="h-9 rounded-md border px-3 font-medium">
            {t('inbox.templateShow')}
          </button>
        </noscript>
      </Form>
      {chosen && <Values key={chosen.id} template={chosen} data={data} id={head.id} />}
    </div>
  )
}

function Values(props: { template: TemplateChoice; data: ThreadData; id: number }) {
  const { template, data, id } = props
  const t = useT()
  const { transmit } = useOutbox()
  const { search } = useLocation()
  const [sent, setSent] = useState(0)
  const name = toName(t, { name: data.head.contactName, phone: data.head.contactPhone })
  function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const message = toOutgoing(id, form)
    outbox.add(message, form)
    transmit(message)
    setSent(sent + 1)
  }
  return (
    <form
      method="post"
      action={`/conversations/${id}/messages`}
      onSubmit={onSubmit}
      className="flex flex-col gap-3"
    >
      <input type="hidden" name="returnTo" value={`/conversations/${id}${search}`} />
      <input type="hidden" name="sendKey" value={data.sendKey} />
      <TemplateFields key={sent} template={template} name={name} />
      <div className="flex justify-end">
        <Button type="submit" variant="primary">
          {t('inbox.templateSend')}
        </Button>
      </div>
    </form>
  )
}
