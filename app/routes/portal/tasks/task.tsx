import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { Trash2 } from 'lucide-react'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { changeTask, findTask } from '#app/domain/tasks/change.server.ts'
import { findTaskRow } from '#app/domain/tasks/list.server.ts'
import { TASK_TITLE_MAX } from '#app/domain/tasks/task.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { backToTasks } from '#app/routes/portal/tasks/finish-task.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readChangedTask } from '#app/routes/task-forms.server.ts'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { TaskAbout } from '#app/ui/tasks/task-about.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** @throws Response 404 when it is not this person's own */
export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'conversations.reply')
  const task = findTaskRow(db, member, Number(args.params['id']))
  if (!task) throw new Response(null, { status: 404 })
  const at = toWallTime(task.dueAt, getCompany(db).timeZone)
  return { title: pageTitle(args, 'tasks.edit'), task, at }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const task = findTask(db, member, Number(params['id']))
  if (!task) throw new Response(null, { status: 404 })
  const form = await readFormData(request)
  const read = readChangedTask(db, form, task)
  if (!read.ok) return read.result
  changeTask(db, member, { id: task.id, ...read.values })
  return backToTasks(form, 'saved', task.id)
}

export default function Task() {
  const t = useT()
  const { task, at } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  const address = `/tasks/${task.id}`
  return (
    <Page width="narrow">
      <PageHeader title={t('tasks.edit')} back={{ to: '/today', label: t('tasks.title') }} />
      <Card>
        <FormState result={result && 'ok' in result ? undefined : result}>
          <Form method="post" action={address} noValidate className="flex flex-col gap-5">
            <Field name="title" label={t('tasks.wording')}>
              <Input defaultValue={task.title} maxLength={TASK_TITLE_MAX} />
            </Field>
            <Field name="at" label={t('tasks.dueAt')}>
              <Input type="datetime-local" defaultValue={at} className="max-w-64" />
            </Field>
            <TaskAbout task={task} />
            <div className="flex justify-between gap-3">
              <SubmitButton action={address}>{t('tasks.save')}</SubmitButton>
              <Button
                type="submit"
                variant="quiet"
                formAction={`${address}/deletion`}
                icon={<Trash2 className="size-4" aria-hidden />}
              >
                {t('tasks.deleteThis')}
              </Button>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}
