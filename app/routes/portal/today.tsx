import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CalendarCheck } from 'lucide-react'
import { addTask } from '#app/domain/tasks/add.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readNewTask } from '#app/routes/task-forms.server.ts'
import { readToday } from '#app/routes/today-data.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ChoiceFilter, FilterBar, SearchInput } from '#app/ui/filter-bar.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { AddTaskForm } from '#app/ui/tasks/add-task-form.tsx'
import { ComingUp } from '#app/ui/tasks/coming-up.tsx'
import { OpenTasks, TaskRows } from '#app/ui/tasks/task-list.tsx'
import { TaskNote } from '#app/ui/tasks/task-note.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** What this person has to do, by day. */
export function loader(args: LoaderFunctionArgs) {
  const context = requireMember(args.context, 'conversations.reply')
  return { title: pageTitle(args, 'tasks.title'), ...readToday(context, args.request) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const read = readNewTask(db, await readFormData(request))
  if (!read.ok) return read.result
  const { title, dueAt } = read.values
  const added = addTask(db, member, { kind: 'reminder', title, dueAt })
  if (!added.ok) throw new Response(null, { status: 404 })
  return redirect(`/today?note=added&task=${added.id}`, 303)
}

export default function Today() {
  const t = useT()
  const { day } = useFormat()
  const { bounds, timeZone, colleague, note, coming } = useLoaderData<typeof loader>()
  const zone = timeZone.replaceAll('_', ' ')
  return (
    <Page width="wide">
      <PageHeader
        title={t('tasks.title')}
        description={
          colleague
            ? t('tasks.leadOf', { name: colleague.name })
            : t('tasks.lead', { day: day(bounds.now), zone })
        }
      />
      {note && <TaskNote note={note} />}
      {!colleague && <QuickAdd key={note?.task.id ?? 0} />}
      <Filters />
      <div className={coming && 'grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem]'}>
        <Tasks />
        {coming && <ComingUp {...coming} />}
      </div>
    </Page>
  )
}

function QuickAdd() {
  const t = useT()
  return (
    <section aria-label={t('tasks.quick')}>
      <FormState result={useActionData<typeof action>()}>
        <AddTaskForm action="/today" />
      </FormState>
    </section>
  )
}

function Filters() {
  const t = useT()
  const { state, search, colleague, colleagues } = useLoaderData<typeof loader>()
  const to = (more: Record<string, string>) => {
    const query = new URLSearchParams(more)
    if (colleague) query.set('member', String(colleague.id))
    if (search) query.set('q', search)
    return query.size > 0 ? `/today?${query.toString()}` : '/today'
  }
  return (
    <>
      <Tabs
        label={t('tasks.views')}
        tabs={[
          { to: to({}), label: t('tasks.open'), active: state === 'open' },
          { to: to({ state: 'done' }), label: t('tasks.done'), active: state === 'done' },
        ]}
      />
      <FilterBar search={<SearchInput label={t('tasks.search')} value={search} />}>
        {state === 'done' && <input type="hidden" name="state" value="done" />}
        {colleagues.length > 0 && (
          <ChoiceFilter
            name="member"
            label={t('tasks.whose')}
            all={t('tasks.mine')}
            value={colleague?.id.toString()}
            options={colleagues.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
      </FilterBar>
    </>
  )
}

function Tasks() {
  const { rows, state, bounds, colleague, paging } = useLoaderData<typeof loader>()
  const mayWrite = !colleague
  return (
    <Card flush>
      {rows.length === 0 ? (
        <Nothing />
      ) : state === 'done' ? (
        <TaskRows {...{ rows, mayWrite }} />
      ) : (
        <OpenTasks {...{ rows, bounds, mayWrite }} />
      )}
      <Pagination {...paging} />
    </Card>
  )
}

function Nothing() {
  const t = useT()
  const { state, search, colleague } = useLoaderData<typeof loader>()
  const icon = <CalendarCheck aria-hidden />
  if (search)
    return (
      <EmptyState icon={icon} title={t('common.noResults', { query: search })}>
        {t('common.noResultsHelp')}
      </EmptyState>
    )
  if (colleague)
    return (
      <EmptyState icon={icon} title={t('tasks.emptyOf', { name: colleague.name })}>
        {t('tasks.emptyOfLead')}
      </EmptyState>
    )
  const isDone = state === 'done'
  return (
    <EmptyState icon={icon} title={t(isDone ? 'tasks.emptyDone' : 'tasks.emptyOpen')}>
      {t(isDone ? 'tasks.emptyDoneLead' : 'tasks.emptyOpenLead')}
    </EmptyState>
  )
}
