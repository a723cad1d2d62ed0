import { useNavigate } from '@remix-run/react'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { formatMoment } from '#app/i18n/format.ts'
import { Button } from '../button.tsx'
import { useErrorText, useI18n, useT } from '../i18n-provider.tsx'
import { useToast } from '../toast.tsx'
import { useSendAction } from './action-form.tsx'
import type { InboxAround } from './inbox-context.tsx'
import { useOutcomeWords } from './list-notices.tsx'
import { onActionEnd } from './send-action.ts'
import type { ActionEnd } from './send-action.ts'
import { findNeighbours } from './use-neighbours.ts'
import type { useOlderRows } from './use-older-rows.ts'

/** By then the list itself knows; what comes back to it later must show. */
const HIDDEN_MS = 8_000

/**
 * What is closed, snoozed or deleted leaves the list at once; what was refused comes back with
 * the reason, and what was done can be taken back.
 */
export function useLeaving(
  all: ReturnType<typeof useOlderRows>['rows'],
  openId: number | undefined,
  query: string,
) {
  const t = useT()
  const toast = useToast()
  const navigate = useNavigate()
  const [gone, setGone] = useState<readonly number[]>([])
  const showAgain = useCallback(
    (id: number) => setGone((ids) => ids.filter((one) => one !== id)),
    [],
  )
  const rows = useMemo(
    () => all.filter((row) => ['closed', 'snoozed'].includes(row.status) || !gone.includes(row.id)),
    [all, gone],
  )
  const undo = useUndo(showAgain, query)
  useEnds(showAgain, undo)
  const leave: InboxAround['leave'] = ({ id }) => {
    const { next, previous } = findNeighbours(rows, id)
    setGone((ids) => [...ids, id])
    setTimeout(() => showAgain(id), HIDDEN_MS)
    const isDesk = matchMedia('(min-width: 48rem)').matches
    const onward = (isDesk && openId === id && (next ?? previous)) || undefined
    navigate(`/conversations${onward ? `/${onward}` : ''}${query}`)
  }
  const close: InboxAround['close'] = ({ id, name }) => {
    leave({ id })
    toast({ text: t('inbox.closedToast', { name }), action: undo(id, 'reopening') })
  }
  return { rows, close, leave }
}

type Undo = ReturnType<typeof useUndo>

/** A button that takes back what was done to one conversation and opens it again. */
function useUndo(showAgain: (id: number) => void, query: string) {
  const t = useT()
  const navigate = useNavigate()
  const sendAction = useSendAction()
  return (id: number, by: 'reopening' | 'waking' | 'restoration') => (
    <Button
      size="small"
      variant="quiet"
      data-shortcut="undo"
      onClick={() => {
        showAgain(id)
        sendAction(`/conversations/${id}/${by}`, by === 'reopening' ? { sale: 'undo' } : {})
        navigate(`/conversations/${id}${query}`)
      }}
    >
      {t('common.undo')}
    </Button>
  )
}

/** Says how writes ended: refusals with their reason, others with the way back. */
function useEnds(showAgain: (id: number) => void, undo: Undo) {
  const t = useT()
  const toast = useToast()
  const errorText = useErrorText()
  const settings = useI18n()
  const sendAction = useSendAction()
  const toOutcome = useOutcomeWords()
  useEffect(
    () =>
      onActionEnd((end) => {
        const { path, result } = end
        const id = Number(path.split('/')[2])
        if (!result.ok) {
          if (/\/(messages|reads|suggestion|translation)$/.test(path)) return
          if (/\/(closure|snooze|deletion)$/.test(path) && id) showAgain(id)
          // The form itself says what is missing, beside its fields.
          if (result.reason === 'closing_incomplete') return
          return toast({ tone: 'bad', text: errorText(result.reason) })
        }
        if (path.endsWith('/translations') && result.count === 0)
          return toast({ text: t('media.translateNone') })
        if (path.startsWith('/bulk/')) return toast(toBulkToast(end))
        if (path.endsWith('/deletion') && id)
          toast({ text: t('views.deletedToast'), action: undo(id, 'restoration') })
        if (path.endsWith('/snooze') && id)
          toast({ text: snoozeWords(result.until), action: undo(id, 'waking') })
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the texts do not change on a page
    [toast, showAgain],
  )

  function snoozeWords(until: number | null | undefined): string {
    if (typeof until !== 'number') return t('views.snoozedReplyToast')
    return t('views.snoozedToast', { time: formatMoment(until, settings) })
  }

  function toBulkToast({ path, result }: ActionEnd): Parameters<typeof toast>[0] {
    const outcome = result.ok ? result.outcome : undefined
    if (!outcome) return { text: path }
    return {
      text: toOutcome(outcome),
      tone: outcome.done === 0 ? 'bad' : 'good',
      action: outcome.done > 0 && !outcome.isUndone && (
        <Button
          size="small"
          variant="quiet"
          data-shortcut="undo"
          onClick={() => sendAction(`/bulk/${outcome.id}/undo`, {})}
        >
          {t('common.undo')}
        </Button>
      ),
    }
  }
}
