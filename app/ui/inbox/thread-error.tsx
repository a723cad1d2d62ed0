import { isRouteErrorResponse, useLocation, useRevalidator, useRouteError } from '@remix-run/react'
import { Button, LinkButton } from '../button.tsx'
import { ErrorPage, toErrorKind } from '../error-page.tsx'
import { useT } from '../i18n-provider.tsx'
import { ErrorState } from '../states.tsx'
import { isLostConnection } from './send-action.ts'

/** A conversation that could not be shown; the list beside it stays. */
export function ThreadError() {
  const error = useRouteError()
  const t = useT()
  const { search } = useLocation()
  const { revalidate } = useRevalidator()
  if (isLostConnection(error))
    return (
      <div className="grid flex-1 place-items-center">
        <ErrorState
          code="offline"
          action={<Button onClick={revalidate}>{t('common.retry')}</Button>}
        />
      </div>
    )
  const kind = isRouteErrorResponse(error) ? toErrorKind(error.status) : 'broken'
  return (
    <div className="flex-1 overflow-y-auto">
      <ErrorPage
        inPage
        kind={kind}
        action={<LinkButton to={`/conversations${search}`}>{t('inbox.backToList')}</LinkButton>}
      />
    </div>
  )
}
