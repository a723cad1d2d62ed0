import { Form, Link, useLocation } from '@remix-run/react'
import { Circle, CircleCheck, Pencil, Trash2 } from 'lucide-react'
import type { TaskRow } from '#app/domain/tasks/shown.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { Time } from '../time.tsx'
import { TaskAbout } from './task-about.tsx'

/** UTC ms: this moment, and where today and the coming week end. */
export type Bounds = { now: number; tomorrow: number; week: number }

const sections = ['overdue', 'today', 'week', 'later'] as const
type Section = (typeof sections)[number]

/** What is to be done, under the headings of time. */
export function OpenTasks(props: { rows: TaskRow[]; bounds: Bounds; mayWrite: boolean }) {
  const { rows, bounds, mayWrite } = props
  const t = useT()
  return (
    <>
      {sections.map((section) => {
        const inSection = rows.filter((row) => sectionOf(row.dueAt, bounds) === section)
        if (inSection.length === 0) return null
        return (
          <section key={section} aria-labelledby={`tasks-${section}`}>
            <h2
              id={`tasks-${section}`}
              className={classes(
                'border-b bg-canvas px-4 py-2 text-small font-semibold sm:px-5',
                section === 'overdue' ? 'text-bad' : 'text-soft',
              )}
            >
              {t(`tasks.section.${section}`)}
            </h2>
            <TaskRows rows={inSection} mayWrite={mayWrite} />
          </section>
        )
      })}
    </>
  )
}

/** Tasks as lines: tick, what, whom, when. */
export function TaskRows({ rows, mayWrite }: { rows: TaskRow[]; mayWrite: boolean }) {
  const t = useT()
  return (
    <ul>
      {rows.map((task) => (
        <li
          key={task.id}
          className="flex items-start gap-2 border-b py-2.5 pr-2 pl-2 last:border-b-0 sm:pr-3 sm:pl-3"
        >
          {mayWrite && <Tick task={task} />}
          <div className={classes('min-w-0 flex-1 py-1', !mayWrite && 'pl-2')}>
            <p
              className={classes(
                'wrap-anywhere',
                task.doneAt !== null && 'text-faint line-through',
              )}
            >
              {task.title}
            </p>
            <p className="text-small text-faint">
              <Time
                at={task.doneAt ?? task.dueAt}
                as={task.doneAt === null ? 'moment' : 'relative'}
              />
              {task.kind === 'follow_up' && ` · ${t('tasks.followUp')}`}
            </p>
            <TaskAbout task={task} />
          </div>
          {mayWrite && task.doneAt === null && <RowActions task={task} />}
        </li>
      ))}
    </ul>
  )
}

function sectionOf(dueAt: number, { now, tomorrow, week }: Bounds): Section {
  if (dueAt < now) return 'overdue'
  if (dueAt < tomorrow) return 'today'
  return dueAt < week ? 'week' : 'later'
}

const icon =
  'grid size-8 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-ink pointer-coarse:size-10'

function Tick({ task: { id, title, doneAt } }: { task: TaskRow }) {
  const t = useT()
  const isDone = doneAt !== null
  const label = t(isDone ? 'tasks.untick' : 'tasks.tick', { title })
  const Icon = isDone ? CircleCheck : Circle
  return (
    <Form method="post" action={`/tasks/${id}/completion`} preventScrollReset>
      <ReturnTo />
      <input type="hidden" name="done" value={isDone ? 0 : 1} />
      <button type="submit" aria-label={label} title={label} className={icon}>
        <Icon className={classes('size-5', isDone && 'text-good')} aria-hidden />
      </button>
    </Form>
  )
}

function RowActions({ task: { id, title } }: { task: TaskRow }) {
  const t = useT()
  return (
    <div className="flex">
      <Link to={`/tasks/${id}`} aria-label={t('tasks.change', { title })} className={icon}>
        <Pencil className="size-4" aria-hidden />
      </Link>
      <Form method="post" action={`/tasks/${id}/deletion`} preventScrollReset>
        <ReturnTo />
        <button type="submit" aria-label={t('tasks.delete', { title })} className={icon}>
          <Trash2 className="size-4" aria-hidden />
        </button>
      </Form>
    </div>
  )
}

export function ReturnTo() {
  const { pathname, search } = useLocation()
  return <input type="hidden" name="returnTo" value={pathname + search} />
}
