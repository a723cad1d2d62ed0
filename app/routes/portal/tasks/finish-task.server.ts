import { redirect } from '@remix-run/node'
import { toSafePath } from '#app/routes/account/safe-path.ts'

export const taskNotes = [
  ...(['added', 'saved', 'done', 'reopened', 'deleted', 'restored'] as const),
]
export type TaskNote = (typeof taskNotes)[number]

/** Back to where one came from one came from, which says what was done and offers to undo it. */
export function backToTasks(form: FormData, note: TaskNote, taskId: number) {
  if (form.get('stay') !== null) return { ok: true as const }
  const url = new URL(toSafePath(form.get('returnTo')) ?? '/today', 'http://local')
  url.searchParams.set('note', note)
  url.searchParams.set('task', String(taskId))
  url.searchParams.delete('confirm')
  return redirect(url.pathname + url.search, 303)
}
