import { Form } from '@remix-run/react'
import { Button } from '../button.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { ReturnTo } from './task-list.tsx'

type Note = {
  name: 'added' | 'saved' | 'done' | 'reopened' | 'deleted' | 'restored'
  task: { id: number; title: string; dueAt: number }
}

/** What the last press did, and the press that takes it back. */
export function TaskNote({ note }: { note: Note }) {
  const t = useT()
  const { dateTime } = useFormat()
  const { name, task } = note
  const words = { title: task.title, when: dateTime(task.dueAt) }
  return (
    <div role="status">
      <Notice tone="good" action={<Undo note={note} />}>
        {t(`tasks.note_${name}`, words)}
      </Notice>
    </div>
  )
}

function Undo({ note: { name, task } }: { note: Note }) {
  const t = useT()
  if (name !== 'done' && name !== 'deleted') return null
  const verb = name === 'done' ? 'completion' : 'restoration'
  return (
    <Form method="post" action={`/tasks/${task.id}/${verb}`}>
      <ReturnTo />
      <input type="hidden" name="done" value={0} />
      <Button type="submit" size="small">
        {t('tasks.undo')}
      </Button>
    </Form>
  )
}
