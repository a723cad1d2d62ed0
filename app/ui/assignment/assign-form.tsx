import { useState } from 'react'
import { Form } from '@remix-run/react'
import { BellRing, Check } from 'lucide-react'
import type { Strategy } from '#app/domain/assignment/strategy.ts'
import { SubmitButton } from '../button.tsx'
import { Field } from '../field.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { Textarea } from '../input.tsx'
import { Notice } from '../notice.tsx'
import { AssigneeOption, optionFrame } from './assignee-option.tsx'
import type { AssignDialogData } from './shown.ts'

const REASON_MAX = 500

/**
 * Who gets it: everybody with presence, load, room and skills; a reason; and who will be told.
 * Works as a page, inside a dialog, with and without a script.
 */
export function AssignForm(props: {
  data: AssignDialogData
  meId: number
  action: string
  /** where to come back to */
  returnTo: string
  /** the company's, for giving several away one by one; left out, that is not offered */
  spreadBy?: Strategy
  problem?: string | null
  cancel: React.ReactNode
  /** several at once: the field's name, and the ids along with it */
  isBulk?: boolean
}) {
  const { data, meId, action, returnTo, spreadBy, problem, cancel, isBulk } = props
  const t = useT()
  const errorText = useErrorText()
  const [chosen, setChosen] = useState('')
  const name = isBulk ? 'to' : 'memberId'
  return (
    <Form
      method="post"
      action={action}
      onChange={(event) => {
        const target = event.target as HTMLInputElement
        if (target.name === name) setChosen(target.value || 'nobody')
      }}
      className="flex min-h-0 flex-col"
    >
      <input type="hidden" name="returnTo" value={returnTo} />
      {isBulk &&
        data.conversationIds.map((id) => <input key={id} type="hidden" name="id" value={id} />)}
      <div className="flex min-h-0 flex-col gap-4 overflow-y-auto px-5 py-4">
        {problem && <Notice tone="bad">{errorText(problem)}</Notice>}
        <fieldset className="flex flex-col gap-1.5">
          <legend className="sr-only">{t('assignment.to')}</legend>
          {spreadBy && <SpreadOption name={name} strategy={spreadBy} />}
          {data.assignees
            .filter((one) => one.id !== data.ownerId)
            .map((one) => (
              <AssigneeOption key={one.id} name={name} assignee={one} isMe={one.id === meId} />
            ))}
          {!isBulk && data.ownerId !== null && (
            <label className={optionFrame}>
              <input type="radio" name={name} value="" required className="mt-0.5 size-4" />
              {t('assignment.nobody')}
            </label>
          )}
        </fieldset>
        <Field
          name="reason"
          label={t('assignment.reason')}
          help={t('assignment.reasonHelp')}
          optional
        >
          <Textarea rows={2} maxLength={REASON_MAX} className="min-h-16!" />
        </Field>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3">
        <p
          className="mr-auto flex min-h-9 items-center gap-1.5 text-small text-soft"
          aria-live="polite"
        >
          <BellRing className="size-3.5 shrink-0" aria-hidden />
          <WillNotify data={data} chosen={chosen} meId={meId} />
        </p>
        {cancel}
        <SubmitButton action={action} icon={<Check className="size-4" aria-hidden />}>
          {t('assignment.confirm')}
        </SubmitButton>
      </div>
    </Form>
  )
}

/** One by one over those who are online. */
function SpreadOption({ name, strategy }: { name: string; strategy: Strategy }) {
  const t = useT()
  const used = strategy === 'manual' ? 'workload' : strategy
  return (
    <label htmlFor="assign-spread" className={optionFrame}>
      <input
        id="assign-spread"
        type="radio"
        name={name}
        value="spread"
        required
        className="mt-0.5 size-4"
      />
      <span className="flex flex-col font-medium">
        {t('assignment.spread')}
        <span className="text-small font-normal text-faint">
          {t('assignment.spreadHelp', { strategy: t(`assignment.strategy.${used}`) })}
        </span>
      </span>
    </label>
  )
}

function WillNotify(props: { data: AssignDialogData; chosen: string; meId: number }) {
  const { data, chosen, meId } = props
  const t = useT()
  if (chosen === '') return t('assignment.willNotifyChosen')
  if (chosen === 'spread') return t('assignment.willNotifyMany')
  const member = data.assignees.find((one) => String(one.id) === chosen)
  if (!member || member.id === meId) return t('assignment.willNotifyNobody')
  return t('assignment.willNotify', { name: member.name })
}
