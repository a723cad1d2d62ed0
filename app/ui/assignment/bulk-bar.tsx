import { useEffect, useState } from 'react'
import { Form } from '@remix-run/react'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import type { QueueData } from './shown.ts'

/** The rows' boxes belong to this form, wherever they stand. */
export const BULK_FORM = 'ticked'

/** What can be done with the ticked rows. Without a script the boxes are sent just the same. */
export function BulkBar({ data }: { data: QueueData }) {
  const t = useT()
  const { view, search, me, rows } = data
  const [ticked, setTicked] = useTicked(rows.map((row) => row.id).join())
  const isAll = ticked === rows.length
  return (
    <Form
      id={BULK_FORM}
      method="post"
      action="/queue/assignments"
      className="flex min-h-12 flex-wrap items-center gap-2 border-b px-4 py-2"
    >
      <input type="hidden" name="view" value={view} />
      {search && <input type="hidden" name="q" value={search} />}
      <input
        type="checkbox"
        aria-label={t('assignment.tickAll')}
        title={t('assignment.tickAll')}
        checked={isAll}
        onChange={(event) => setTicked(event.currentTarget.checked)}
        className="size-4 rounded-sm noscript:hidden"
      />
      <p className="mr-auto text-small text-soft" aria-live="polite">
        {ticked === 0 ? t('assignment.tickHint') : t('assignment.ticked', { count: ticked })}
      </p>
      <Button type="submit" size="small" name="to" value={me.id} className="pointer-coarse:h-10">
        {t('assignment.takeTicked')}
      </Button>
      {me.canAssign && (
        <Button
          type="submit"
          size="small"
          name="assign"
          value=""
          formMethod="get"
          formAction="/queue"
          className="pointer-coarse:h-10"
        >
          {t('assignment.assignTicked')}
        </Button>
      )}
    </Form>
  )
}

/** How many boxes are ticked; the boxes themselves hold which. */
function useTicked(rowsKey: string): [number, (isTicked: boolean) => void] {
  const [ticked, setTicked] = useState(0)
  useEffect(() => {
    const count = () => setTicked(boxes().filter((box) => box.checked).length)
    count()
    document.addEventListener('change', count)
    return () => document.removeEventListener('change', count)
  }, [rowsKey])
  const tickAll = (isTicked: boolean) => {
    for (const box of boxes()) box.checked = isTicked
    setTicked(isTicked ? boxes().length : 0)
  }
  return [ticked, tickAll]
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[form="${BULK_FORM}"][name=id]`)]
}
