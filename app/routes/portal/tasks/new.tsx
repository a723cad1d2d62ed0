import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addTask } from '#app/domain/tasks/add.server.ts'
import { findTaskAbout } from '#app/domain/tasks/about.server.ts'
import { readId } from '#app/routes/list-filter.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readNewTask } from '#app/routes/task-forms.server.ts'
import { Card } from '#app/ui/card.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { toName } from '#app/ui/inbox/preview-text.ts'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { AddTaskForm } from '#app/ui/tasks/add-task-form.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 when what the task is to be about is out of reach */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.reply')
  const query = new URL(args.request.url).searchParams
  const [conversationId, contactId, leadId] = ['conversation', 'contact', 'lead'].map((name) =>
    readId(query.get(name)),
  )
  const about = findTaskAbout(db, member, { conversationId, contactId, leadId })
  if (!about) throw new Response(null, { status: 404 })
  return { title: pageTitle(args, 'tasks.quick'), about }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const read = readNewTask(db, form)
  if (!read.ok) return read.result
  const { title, dueAt, conversationId } = read.values
  const kind = conversationId === null ? 'reminder' : 'follow_up'
  const added = addTask(db, member, { ...read.values, kind })
  if (!added.ok) return refuseForm(textFields(form), { what: added.reason }).result
  if (form.get('stay') !== null) return { added: { id: added.id, title, dueAt } }
  return redirect(`/today?note=added&task=${added.id}`, 303)
}

export default function NewTask() {
  const t = useT()
  const { about } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const { conversationId, contactId, leadId, contact } = about
  return (
    <Page width="narrow">
      <PageHeader title={t('tasks.quick')} back={{ to: '/today', label: t('tasks.title') }} />
      <Card>
        <FormState result={result && 'added' in result ? undefined : result}>
          {contact && (
            <p className="mb-4">
              {t('tasks.about')}: <span className="font-medium">{toName(t, contact)}</span>
            </p>
          )}
          <AddTaskForm action="/tasks/new" about={{ conversationId, contactId, leadId }} />
        </FormState>
      </Card>
    </Page>
  )
}
