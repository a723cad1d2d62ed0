import { Form, useLocation, useSearchParams, useSubmit } from '@remix-run/react'
import { SendHorizontal } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Way } from '#app/domain/starting/shown.ts'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'
import { TemplateFields } from '../inbox/template-fields.tsx'
import { Select, Textarea } from '../input.tsx'
import { toParams } from './choose-way.tsx'
import type { StartData, StartPerson, StartProblem } from './start-data.ts'

/** The first message: free words where the window is open, else a template with its gaps. */
export function WriteFirst(props: {
  data: StartData
  way: Way
  person: StartPerson
  problem?: StartProblem
}) {
  const { data, way, person, problem } = props
  const t = useT()
  const name = toName(t, person)
  if (way.isWindowOpen)
    return (
      <Card>
        <StartForm data={data} way={way} person={person} send={t('common.send')}>
          <Field name="text" label={t('starting.message')}>
            <Textarea rows={5} required defaultValue={problem?.text} />
          </Field>
        </StartForm>
      </Card>
    )
  return <WithTemplate {...props} name={name} />
}

function WithTemplate(props: {
  data: StartData
  way: Way
  person: StartPerson
  problem?: StartProblem
  name: string
}) {
  const { data, way, person, problem, name } = props
  const { templates = [] } = data
  const t = useT()
  const submit = useSubmit()
  const asked = Number(useSearchParams()[0].get('template'))
  const chosen = templates.find((one) => one.id === asked) ?? templates[0]
  if (!chosen) return <p className="text-soft">{t('inbox.templateNone')}</p>
  const params = { ...toParams(person), endpoint: String(way.endpointId) }
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Form
          method="get"
          className="flex items-end gap-2"
          onChange={(e) => submit(e.currentTarget, { replace: true, preventScrollReset: true })}
        >
          {Object.entries(params).map(([key, value]) => (
            <input key={key} type="hidden" name={key} value={value} />
          ))}
          <label className="flex min-w-0 flex-1 flex-col gap-1">
            <span className="font-medium">{t('inbox.template')}</span>
            <Select key={chosen.id} name="template" defaultValue={chosen.id}>
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
        <StartForm data={data} way={way} person={person} send={t('inbox.templateSend')}>
          <TemplateFields key={chosen.id} template={chosen} name={name} kept={problem} />
        </StartForm>
      </div>
    </Card>
  )
}

function StartForm(props: {
  data: StartData
  way: Way
  person: StartPerson
  send: string
  children: ReactNode
}) {
  const { data, way, person, send, children } = props
  const { search } = useLocation()
  return (
    <Form method="post" action={`/conversations/new${search}`} className="flex flex-col gap-4">
      {'contactId' in person.to ? (
        <input type="hidden" name="contactId" value={person.to.contactId} />
      ) : (
        <input type="hidden" name="phone" value={person.to.phone} />
      )}
      <input type="hidden" name="endpointId" value={way.endpointId} />
      <input type="hidden" name="sendKey" value={data.sendKey} />
      {children}
      <div className="flex justify-end">
        <SubmitButton icon={<SendHorizontal className="size-4" aria-hidden />}>{send}</SubmitButton>
      </div>
    </Form>
  )
}
