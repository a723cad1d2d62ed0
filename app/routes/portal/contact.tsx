import { redirect } from '@remix-run/node'
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findContact, findSurvivor } from '#app/domain/contacts/reach.server.ts'
import { listMergesInto } from '#app/domain/contacts/merge-list.server.ts'
import { findContactProfile } from '#app/domain/contacts/profile.server.ts'
import { listScoreHistory } from '#app/domain/contacts/score-trend.server.ts'
import { listScoreContributions } from '#app/domain/contacts/score.server.ts'
import { listContactLeads } from '#app/domain/leads/of-contact.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { listTasks } from '#app/domain/tasks/list.server.ts'
import { encodeTimelineCursor } from '#app/domain/contacts/timeline.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ConsentCard } from '#app/ui/contacts/consent-card.tsx'
import { ContactActions } from '#app/ui/contacts/contact-actions.tsx'
import { ContactFacts } from '#app/ui/contacts/contact-facts.tsx'
import { ContactNotes } from '#app/ui/contacts/contact-notes.tsx'
import { ConversationRows } from '#app/ui/contacts/conversation-rows.tsx'
import { Identities } from '#app/ui/contacts/identities.tsx'
import { MergedIn } from '#app/ui/contacts/merged-in.tsx'
import { SaleRows } from '#app/ui/contacts/sale-rows.tsx'
import { ScoreReasons } from '#app/ui/contacts/score-reasons.tsx'
import { Timeline } from '#app/ui/contacts/timeline.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { ContactLeads, NewLeadLink } from '#app/ui/leads/contact-leads.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { FollowUps } from '#app/ui/tasks/follow-ups.tsx'

const notes = ['saved', 'merged', 'undone', 'conversations_merged'] as const

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data?.contact.name || data?.contact.phone || 'Contact' },
]

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.read')
  const id = Number(params['id'])
  const profile = findContactProfile(db, member, id)
  const survivor = profile ? undefined : findSurvivor(db, id)
  if (survivor && findContact(db, member, survivor)) throw redirect(`/contacts/${survivor}`)
  if (!profile) throw new Response(null, { status: 404 })
  const { next } = profile.timeline
  const note = new URL(request.url).searchParams.get('note')
  const mayMerge = can(member, 'contacts.merge')
  return {
    ...profile,
    reasons: listScoreContributions(db, profile.contact.id),
    trend: listScoreHistory(db, profile.contact.id),
    leads: listContactLeads(db, profile.contact.id),
    tasks: listTasks(db, member, { state: 'open', contactId: profile.contact.id }).rows,
    merges: mayMerge ? listMergesInto(db, profile.contact.id) : [],
    earlier: next && encodeTimelineCursor(next),
    note: notes.find((name) => name === note),
    ...{ me: member.id, mayEdit: can(member, 'contacts.write'), mayMerge },
    mayRemind: can(member, 'conversations.reply'),
    mayWrite: can(member, 'conversations.reply'),
    ...{ mayExport: can(member, 'contacts.export'), mayErase: can(member, 'contacts.delete') },
  }
}

export default function Contact() {
  const t = useT()
  const data = useLoaderData<typeof loader>()
  const { contact } = data
  return (
    <Page width="wide">
      <PageHeader
        title={contact.name || contact.phone || t('contacts.unnamed')}
        description={contact.name ? (contact.phone ?? undefined) : undefined}
        back={{ to: '/contacts', label: t('contacts.title') }}
        actions={<ContactActions contact={contact} may={data} />}
      />
      {data.note && (
        <div role="status">
          <Notice tone="good">{t(`contacts.note.${data.note}`)}</Notice>
        </div>
      )}
      <div className="grid gap-6 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-6">
          <ContactFacts profile={data} mayEdit={data.mayEdit} />
          <Card title={t('contacts.conversations')} flush>
            <ConversationRows
              rows={data.conversations}
              mergeAction={data.mayMerge ? `/contacts/${contact.id}/conversation-merge` : undefined}
            />
          </Card>
          {data.sales.length > 0 && <SaleRows rows={data.sales} />}
          <Card title={t('contacts.history')}>
            <Timeline
              items={data.timeline.items}
              earlierTo={data.earlier && `/contacts/${contact.id}/history?after=${data.earlier}`}
            />
          </Card>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          {data.mayRemind && (
            <Card title={t('tasks.followUps')}>
              <FollowUps tasks={data.tasks} about={{ contactId: contact.id }} />
            </Card>
          )}
          <ScoreReasons
            score={contact.score}
            color={contact.scoreColor}
            reasons={data.reasons}
            trend={data.trend}
          />
          <Card
            title={t('leads.ofContact')}
            actions={data.mayEdit && <NewLeadLink contactId={contact.id} />}
          >
            <ContactLeads leads={data.leads} mayWrite={data.mayEdit} />
          </Card>
          <Identities contact={contact} identities={data.identities} />
          <ConsentCard contactId={contact.id} consents={data.consents} mayEdit={data.mayEdit} />
          <ContactNotes
            {...{ contactId: contact.id, notes: data.notes, me: data.me, mayEdit: data.mayEdit }}
          />
          {data.merges.length > 0 && <MergedIn merges={data.merges} />}
        </div>
      </div>
    </Page>
  )
}
