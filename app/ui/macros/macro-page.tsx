import { Form } from '@remix-run/react'
import { useState } from 'react'
import type { FormEvent } from 'react'
import type { MacroRow } from '#app/domain/macros/shown.ts'
import { Button, SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Field, FieldError } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'
import { Page, PageHeader } from '../page.tsx'
import { kindKey } from './event-text.ts'
import { changeRows, toRow } from './step-row.ts'
import type { StepRow } from './step-row.ts'
import { StepFields } from './step-fields.tsx'
import type { MacroChoices } from './step-fields.tsx'

export type MacroResult = FormResult & { rows: StepRow[] }

const kinds = [
  ...(['reply', 'ready_answer', 'note', 'add_tag', 'remove_tag', 'priority'] as const),
  ...(['assign', 'snooze', 'close', 'hand_to_assistant'] as const),
]

/** One macro: new, or to change and delete. */
export function MacroPage(props: {
  action: string
  macro?: MacroRow
  choices: MacroChoices
  result?: MacroResult
}) {
  const { action, macro, choices, result } = props
  const t = useT()
  const { scope } = macro ?? {}
  const start = scope?.kind === 'department' ? `department:${scope.id}` : scope?.kind
  return (
    <Page width="narrow">
      <PageHeader
        title={t(macro ? 'macros.edit' : 'macros.new')}
        back={{ to: '/settings/macros', label: t('macros.title') }}
        actions={
          macro?.isMine && (
            <ConfirmDialog
              id="delete"
              trigger={t('common.delete')}
              title={t('macros.deleteTitle', { name: macro.name })}
              action={`${action}/deletion`}
              confirmLabel={t('common.delete')}
            />
          )
        }
      />
      <Card>
        <FormState result={result}>
          <Form method="post" action={action} noValidate className="flex flex-col gap-5">
            <FormErrorSummary />
            <Field name="name" label={t('macros.name')} help={t('macros.nameHelp')}>
              <Input maxLength={60} autoComplete="off" defaultValue={macro?.name} />
            </Field>
            <Field name="scope" label={t('macros.for')}>
              <Select defaultValue={start ?? (choices.mayShare ? 'company' : 'private')}>
                {choices.mayShare && <option value="company">{t('macros.forAll')}</option>}
                <option value="private">{t('macros.forMe')}</option>
                {choices.mayShare &&
                  choices.departments.map(({ id, name }) => (
                    <option key={id} value={`department:${id}`}>
                      {t('macros.forDepartment', { name })}
                    </option>
                  ))}
              </Select>
            </Field>
            <Steps
              key={JSON.stringify(result?.rows)}
              start={result?.rows ?? macro?.steps.map(toRow) ?? []}
              choices={choices}
              errors={result?.errors}
            />
            <div>
              <SubmitButton action={action}>{t('common.save')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}

/** The steps in their order. Their buttons are sent with the form where there is no script. */
function Steps(props: { start: StepRow[]; choices: MacroChoices; errors: FormResult['errors'] }) {
  const { start, choices, errors } = props
  const t = useT()
  const errorText = useErrorText()
  const [rows, setRows] = useState(() => start.map((row, index) => ({ ...row, key: index })))
  const [adding, setAdding] = useState<string>('reply')
  function change(event: FormEvent, order: string) {
    event.preventDefault()
    const changed = changeRows(rows, order) as typeof rows
    setRows(changed.map((row) => ({ ...row, key: row.key ?? Date.now() })))
  }
  const set = (at: number, part: Partial<StepRow>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...part } : row)))
  const textOf = (name: string) => {
    const error = errors?.[name]
    return typeof error === 'string' ? errorText(error) : undefined
  }
  return (
    <fieldset className="flex flex-col gap-3" id="field-steps">
      <legend className="mb-1.5 font-medium">{t('macros.steps')}</legend>
      {rows.length === 0 && <p className="text-soft">{t('macros.noSteps')}</p>}
      <ol className="flex flex-col gap-3">
        {rows.map((row, index) => (
          <StepFields
            key={row.key}
            {...{ row, index, choices, count: rows.length, error: textOf(`step.${index}`) }}
            onChange={(part) => set(index, part)}
            onOrder={change}
          />
        ))}
      </ol>
      <FieldError id="steps-error" text={textOf('steps')} />
      <div className="flex items-end gap-2">
        <label className="flex min-w-0 flex-1 flex-col gap-1">
          <span className="text-small font-medium text-soft">{t('macros.addStep')}</span>
          <Select name="newKind" value={adding} onChange={(event) => setAdding(event.target.value)}>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(kindKey(kind))}
              </option>
            ))}
          </Select>
        </label>
        <Button
          type="submit"
          name="do"
          value="add"
          onClick={(event) => change(event, `add.${adding}`)}
        >
          {t('macros.addThis')}
        </Button>
      </div>
    </fieldset>
  )
}
