import { useSearchParams } from '@remix-run/react'
import { Hand } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '../button.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { ActionForm, useSendAction } from './action-form.tsx'
import { Composer } from './composer.tsx'
import type { ComposerResult, ThreadData } from './page-data.ts'
import { PendingBubbles } from './pending-bubbles.tsx'
import { toName } from './preview-text.ts'
import { MacroOutcome } from '../macros/macro-outcome.tsx'
import { keepFirstThread } from './thread-cache.ts'
import { ThreadHeader } from './thread-header.tsx'
import { PersonPane, ThreadBars } from './thread-islands.ts'
import { useReasonText } from './reason-text.ts'
import { ThreadState } from './thread-state.tsx'
import { Timeline } from './timeline.tsx'
import { useEarlier } from './use-earlier.ts'
import { usePending } from './use-pending.ts'
import { OthersHere } from './others.tsx'
import { useOthers } from './use-others.ts'
import { useShownState } from './use-shown-state.ts'

/** The second and third pane: the conversation and the person; on a phone one of the two. */
export function ThreadPage({ data, result }: { data: ThreadData; result?: ComposerResult }) {
  const { head, now, me } = data
  const t = useT()
  const [params] = useSearchParams()
  const { items, earlier } = useEarlier(data)
  const pending = usePending(data)
  const others = useOthers(data)
  const isPanelOpen = params.get('pane') === 'person'
  const contactName = toName(t, { name: head.contactName, phone: head.contactPhone })
  const isOpen = head.status !== 'closed'
  useRead(data)
  useKeeping(data)
  const paneTo = (before?: string) => `/conversations/${head.id}${withBefore(params, before)}`
  return (
    <>
      <section
        aria-label={t('inbox.conversation', { name: contactName })}
        className={`min-w-0 flex-1 flex-col ${isPanelOpen ? 'hidden xl:flex' : 'flex'}`}
      >
        <ThreadHeader data={data} isPanelOpen={isPanelOpen} />
        <Problem reason={params.get('problem')} />
        <MacroOutcome params={params} />
        <ThreadState data={data} />
        <OthersHere others={others} />
        <Call data={data} />
        <ThreadBars data={data} />
        <Timeline
          key={head.id}
          items={items}
          now={now}
          context={{
            ...{ conversationId: head.id, contactName, canReply: me.canReply, meId: me.id },
            channel: head.channel,
            canTranslate: data.canTranslate,
            canRetry: me.canReply && isOpen,
            seesAll: me.seesAll,
            canReact: me.canReply && isOpen && data.window.isOpen,
            editing: data.editing,
          }}
          earlier={earlier && { ...earlier, to: paneTo(earlier.cursor) }}
          typing={others.find((one) => one.isTyping)?.name}
          newerTo={data.isNewest ? undefined : paneTo()}
          pending={pending.length > 0 && <PendingBubbles messages={pending} />}
        />
        <Composer key={`composer-${head.id}`} {...{ data, result, others }} />
      </section>
      <aside
        aria-label={t('inbox.person', { name: contactName })}
        className={`w-full shrink-0 flex-col overflow-y-auto border-l xl:flex xl:w-80 ${isPanelOpen ? 'flex' : 'hidden'}`}
      >
        {isPanelOpen && (
          <div className="xl:hidden">
            <ThreadHeader data={data} isPanelOpen />
          </div>
        )}
        <PersonPane data={data} />
      </aside>
    </>
  )
}

function withBefore(params: URLSearchParams, before: string | undefined): string {
  const next = new URLSearchParams(params)
  for (const name of ['before', 'problem']) next.delete(name)
  if (before) next.set('before', before)
  return next.size > 0 ? `?${next.toString()}` : ''
}

/** Why a write of a page without JavaScript was refused. */
function Problem({ reason }: { reason: string | null }) {
  const errorText = useErrorText()
  if (!reason) return null
  return (
    <div role="alert">
      <Notice tone="bad" look="bar">
        {errorText(reason)}
      </Notice>
    </div>
  )
}

/** The assistant has asked for a person: why, and the button that ends the call. */
function Call({ data }: { data: ThreadData }) {
  const t = useT()
  const toReason = useReasonText()
  const { head, me } = data
  const { isCallAnswered } = useShownState(data)
  if (head.needsPersonAt === null || isCallAnswered) return null
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b bg-warn-soft px-4 py-2.5 text-warn">
      <Hand className="size-4 shrink-0" aria-hidden />
      <p className="min-w-0 flex-1">
        <span className="font-semibold">{t('inbox.state.needsPerson')}.</span>{' '}
        {toReason(head.needsPersonReason)}
      </p>
      {me.canReply && (
        <ActionForm action={`/conversations/${head.id}/takeover`}>
          <Button type="submit" size="small" variant="primary" data-shortcut="takeOver">
            {t('inbox.takeOver')}
          </Button>
        </ActionForm>
      )}
    </div>
  )
}

/** The page that was sent with the document is kept like those asked for later. */
function useKeeping(data: ThreadData) {
  useEffect(() => {
    if (data.isNewest) keepFirstThread(data)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once
  }, [])
}

/** Says that this was read, once a person has it in view: viewing itself never writes. */
function useRead({ head, isNewest }: ThreadData) {
  const sendAction = useSendAction()
  const { id, lastInboundId, lastReadId } = head
  useEffect(() => {
    if (!isNewest || lastInboundId === null || lastInboundId <= lastReadId) return
    const tell = () => {
      if (document.hidden) return
      document.removeEventListener('visibilitychange', tell)
      sendAction(`/conversations/${id}/reads`, { messageId: String(lastInboundId) })
    }
    tell()
    if (document.hidden) document.addEventListener('visibilitychange', tell)
    return () => document.removeEventListener('visibilitychange', tell)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each newest message
  }, [id, lastInboundId, lastReadId, isNewest])
}
