import { AssignmentHistory } from '../assignment/history.tsx'
import { ContactLeads, NewLeadLink } from '../leads/contact-leads.tsx'
import { FollowUps } from '../tasks/follow-ups.tsx'
import { ContactPane } from './contact-pane.tsx'
import { useInboxAround } from './inbox-context.tsx'
import type { ThreadData } from './page-data.ts'

/** The third pane. Who only watches sees the same and changes nothing. */
export function PersonPane(props: { data: ThreadData; isWatched?: boolean }) {
  const { data, isWatched = false } = props
  const { head, me } = data
  const { query } = useInboxAround()
  const mayWrite = me.mayWriteContacts && !isWatched
  return (
    <>
      <ContactPane
        panel={data.panel}
        query={query}
        trend={data.trend}
        leads={<ContactLeads leads={data.leads} mayWrite={mayWrite} />}
        newLead={mayWrite && <NewLeadLink contactId={head.contactId} conversationId={head.id} />}
        followUps={
          me.canReply &&
          !isWatched && (
            <FollowUps
              key={head.id}
              tasks={data.tasks}
              about={{ conversationId: head.id, contactId: head.contactId }}
            />
          )
        }
      />
      <AssignmentHistory entries={data.assignments} />
    </>
  )
}
