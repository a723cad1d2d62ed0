import { useFetcher } from '@remix-run/react'
import { BellPlus } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { Button, buttonClass } from '../button.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { markThreadOld } from '../inbox/thread-cache.ts'
import { useToast } from '../toast.tsx'
import { TaskFields } from './task-fields.tsx'
import type { TaskAboutIds } from './task-fields.tsx'

type Answer = FormResult | { added: { id: number; title: string; dueAt: number } }

/** A line that becomes a task about this customer, beside what one is doing. */
export function RemindMe({ about }: { about: TaskAboutIds }) {
  const t = useT()
  const fetcher = useFetcher<Answer>()
  const details = useRef<HTMLDetailsElement>(null)
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined
  const added = answer && 'added' in answer ? answer.added : undefined
  useAddedToast(added, details)
  return (
    <details ref={details} data-shortcut="remind" className="group">
      <summary className={`${buttonClass({ size: 'small' })} cursor-pointer`}>
        <span className="inline-flex items-center gap-1.5">
          <BellPlus className="size-3.5" aria-hidden />
          {t('tasks.remindMe')}
        </span>
      </summary>
      <fetcher.Form
        key={added?.id ?? 0}
        method="post"
        action="/tasks/new"
        noValidate
        className="mt-3 flex flex-col gap-3 rounded-md border p-3"
        onSubmit={(event) => {
          event.preventDefault()
          if (about.conversationId) markThreadOld(about.conversationId)
          const form = new FormData(event.currentTarget)
          form.set('stay', '1')
          fetcher.submit(form, { method: 'post', action: '/tasks/new' })
        }}
      >
        <FormState result={answer && 'added' in answer ? undefined : answer}>
          <TaskFields about={about} isNarrow>
            <Button type="submit" variant="primary" size="small" pending={fetcher.state !== 'idle'}>
              {t('tasks.add')}
            </Button>
          </TaskFields>
        </FormState>
      </fetcher.Form>
    </details>
  )
}

function useAddedToast(
  added: { id: number; title: string; dueAt: number } | undefined,
  details: RefObject<HTMLDetailsElement>,
) {
  const t = useT()
  const toast = useToast()
  const { dateTime } = useFormat()
  const told = useRef(0)
  useEffect(() => {
    if (!added || told.current === added.id) return
    told.current = added.id
    if (details.current) details.current.open = false
    details.current?.querySelector('summary')?.focus()
    toast({ text: t('tasks.remindSet', { title: added.title, when: dateTime(added.dueAt) }) })
  }, [added, details, toast, t, dateTime])
}
