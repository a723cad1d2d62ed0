import type { PortalPage } from './declaration.ts'
import { page } from './portal-page.ts'

/** What somebody has to do: the day, one task, and what is done with it. */
export function taskPages(): PortalPage[] {
  const both = { GET: 'conversations.reply', POST: 'conversations.reply' } as const
  return [
    page('/today', 'today', both),
    page('/tasks/new', 'tasks/new', both),
    page('/tasks/:id', 'tasks/task', both),
    page('/task-times', 'tasks/times', { GET: 'conversations.reply' }, 'bare'),
    ...['completion', 'deletion', 'restoration'].map((name) =>
      page(`/tasks/:id/${name}`, `tasks/${name}`, { POST: 'conversations.reply' }, 'bare'),
    ),
  ]
}
