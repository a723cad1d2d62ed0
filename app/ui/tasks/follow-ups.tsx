import { Link, useFetcher } from '@remix-run/react'
import { Circle } from 'lucide-react'
import type { TaskRow } from '#app/domain/tasks/shown.ts'
import { useT } from '../i18n-provider.tsx'
import { markThreadOld } from '../inbox/thread-cache.ts'
import { Time } from '../time.tsx'
import { RemindMe } from './remind-me.tsx'
import type { TaskAboutIds } from './task-fields.tsx'

/** What this person owes to one customer, and the line that adds to it. */
export function FollowUps({ tasks, about }: { tasks: TaskRow[]; about: TaskAboutIds }) {
  const t = useT()
  return (
    <div className="flex flex-col gap-2">
      {tasks.length === 0 && <p className="text-faint">{t('tasks.followUpsNone')}</p>}
      {tasks.length > 0 && (
        <ul className="-ml-1.5 flex flex-col">
          {tasks.map((task) => (
            <FollowUp key={task.id} task={task} />
          ))}
        </ul>
      )}
      <RemindMe about={about} />
    </div>
  )
}

function FollowUp({ task }: { task: TaskRow }) {
  const t = useT()
  const fetcher = useFetcher()
  const { id, title, dueAt, conversationId } = task
  const action = `/tasks/${id}/completion`
  const isLeaving = fetcher.state !== 'idle'
  return (
    <li className={`flex items-start gap-1 ${isLeaving ? 'opacity-50' : ''}`}>
      <fetcher.Form
        method="post"
        action={action}
        onSubmit={(event) => {
          event.preventDefault()
          if (conversationId) markThreadOld(conversationId)
          fetcher.submit({ done: '1', stay: '1' }, { method: 'post', action })
        }}
      >
        <input type="hidden" name="done" value="1" />
        <button
          type="submit"
          aria-label={t('tasks.tick', { title })}
          title={t('tasks.tick', { title })}
          className="grid size-7 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink pointer-coarse:size-10"
        >
          <Circle className="size-4" aria-hidden />
        </button>
      </fetcher.Form>
      <Link to={`/tasks/${id}`} className="min-w-0 flex-1 rounded-sm py-1 hover:underline">
        <span className="block wrap-anywhere">{title}</span>
        <Time at={dueAt} as="moment" className="text-small text-faint" />
      </Link>
    </li>
  )
}
