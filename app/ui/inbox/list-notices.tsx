import { useSearchParams } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { BulkOutcome } from '#app/domain/conversations/shown.ts'
import { Button } from '../button.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { ActionForm } from './action-form.tsx'

/** What was just done, with the way back, on a page without JavaScript. */
export function ListNotices({ outcome }: { outcome: BulkOutcome | undefined }) {
  const t = useT()
  const errorText = useErrorText()
  const toWords = useOutcomeWords()
  const [params] = useSearchParams()
  const [closed, deleted, snoozed] = ['closed', 'deleted', 'snoozed'].map((name) =>
    Number(params.get(name)),
  )
  const problem = params.get('problem')
  if (outcome)
    return (
      <Line undo={outcome.isUndone || outcome.done === 0 ? undefined : `/bulk/${outcome.id}/undo`}>
        {toWords(outcome)}
      </Line>
    )
  if (closed)
    return (
      <Line undo={`/conversations/${closed}/reopening`} fields={{ sale: 'undo' }} back={closed}>
        {t('inbox.state.closed')}
      </Line>
    )
  if (deleted)
    return (
      <Line undo={`/conversations/${deleted}/restoration`} back={deleted}>
        {t('views.deletedToast')}
      </Line>
    )
  if (snoozed)
    return (
      <Line undo={`/conversations/${snoozed}/waking`} back={snoozed}>
        {t('views.status.snoozed')}
      </Line>
    )
  return problem ? <Line>{errorText(problem)}</Line> : null
}

function Line(props: {
  children: ReactNode
  undo?: string
  fields?: Record<string, string>
  back?: number
}) {
  const { children, undo, fields, back } = props
  const t = useT()
  return (
    <div role="status" className="flex items-center gap-3 border-b bg-sunken px-4 py-2">
      <p className="flex-1">{children}</p>
      {undo && (
        <ActionForm
          action={undo}
          fields={fields}
          returnTo={back ? `/conversations/${back}` : '/conversations'}
        >
          <Button type="submit" size="small">
            {t('common.undo')}
          </Button>
        </ActionForm>
      )}
    </div>
  )
}

/** What came of it: how many, and for the others why not. */
export function useOutcomeWords() {
  const t = useT()
  const errorText = useErrorText()
  return ({ kind, done, refused, isUndone }: BulkOutcome): string => {
    const first = t(isUndone ? 'views.bulk.undone' : `views.bulk.done.${kind}`, { count: done })
    const others = refused.map(({ reason, ids }) =>
      t('views.bulk.refused', { count: ids.length, reason: errorText(reason) }),
    )
    return [first, ...others].join(' · ')
  }
}
