import { Form } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { SubmitButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { TaskFields } from './task-fields.tsx'
import type { TaskAboutIds } from './task-fields.tsx'

/** The form of a page that is about adding a task. */
export function AddTaskForm({ action, about }: { action: string; about?: TaskAboutIds }) {
  const t = useT()
  return (
    <Form method="post" action={action} noValidate className="flex flex-col gap-3">
      <TaskFields about={about}>
        <SubmitButton action={action} icon={<Plus className="size-4" aria-hidden />}>
          {t('tasks.add')}
        </SubmitButton>
      </TaskFields>
    </Form>
  )
}
