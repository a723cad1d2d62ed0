import type { LoaderFunctionArgs } from '@remix-run/node'
import { MessagesSquare } from 'lucide-react'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EmptyState } from '#app/ui/states.tsx'

export function loader({ context }: LoaderFunctionArgs) {
  requireMember(context, 'conversations.read')
  return null
}

export function shouldRevalidate() {
  return false
}

/** The place of the thread while none is open; on a phone the list fills the window. */
export default function Choose() {
  const t = useT()
  return (
    <div className="grid flex-1 place-items-center max-md:hidden">
      <EmptyState icon={<MessagesSquare />} title={t('inbox.chooseTitle')}>
        {t('inbox.chooseLead')}
      </EmptyState>
    </div>
  )
}
