import { Link } from '@remix-run/react'
import type { TaskRow } from '#app/domain/tasks/shown.ts'
import { useT } from '../i18n-provider.tsx'
import { toName } from '../inbox/preview-text.ts'

type About = Pick<
  TaskRow,
  'conversationId' | 'contactId' | 'leadId' | 'contactName' | 'contactPhone'
>

/** Whom a task is about and where one goes on with it; nothing where that is out of reach. */
export function TaskAbout({ task }: { task: About }) {
  const t = useT()
  const { conversationId, contactId, leadId, contactName, contactPhone } = task
  const name = toName(t, { name: contactName ?? '', phone: contactPhone })
  const link = 'rounded-sm text-soft underline underline-offset-2 hover:text-ink'
  if (conversationId === null && contactId === null && leadId === null) return null
  return (
    <p className="flex flex-wrap gap-x-3 text-small">
      {contactId !== null && (
        <Link to={`/contacts/${contactId}`} className={link}>
          {name}
        </Link>
      )}
      {conversationId !== null && (
        <Link to={`/conversations/${conversationId}`} className={link}>
          {t('tasks.conversation')}
        </Link>
      )}
      {leadId !== null && (
        <Link to={`/leads/${leadId}`} className={link}>
          {t('tasks.ofLead')}
        </Link>
      )}
    </p>
  )
}
