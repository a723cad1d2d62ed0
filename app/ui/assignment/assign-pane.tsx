import { LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { useInboxAround } from '../inbox/inbox-context.tsx'
import { AssignHeading } from './assign-dialog.tsx'
import { AssignForm } from './assign-form.tsx'
import type { AssignDialogData } from './shown.ts'

/** The same choice in the place of the thread, for one conversation. */
export function AssignPane(props: {
  data: AssignDialogData
  meId: number
  problem: string | null
}) {
  const { data, meId, problem } = props
  const t = useT()
  const { query } = useInboxAround()
  const path = `/conversations/${data.conversationIds[0] ?? 0}`
  return (
    <section
      aria-labelledby="assign-title"
      className="flex min-w-0 flex-1 justify-center overflow-y-auto md:p-6"
    >
      <div className="flex h-fit w-full max-w-xl flex-col rounded-md bg-surface md:border">
        <AssignHeading data={data} />
        <AssignForm
          data={data}
          meId={meId}
          action={`${path}/assignment`}
          returnTo={`${path}${query}`}
          problem={problem}
          cancel={<LinkButton to={`${path}${query}`}>{t('common.cancel')}</LinkButton>}
        />
      </div>
    </section>
  )
}
