import { Form, useLocation } from '@remix-run/react'
import { SubmitButton } from './button.tsx'
import { useT } from './i18n-provider.tsx'
import { Notice } from './notice.tsx'

/** Above every page of a company whose owner has not confirmed the e-mail; owners can ask again. */
export function VerifyBanner({ email, isOwner }: { email: string; isOwner: boolean }) {
  const t = useT()
  const { pathname, search } = useLocation()
  if (!isOwner) {
    return (
      <Notice tone="warn" look="bar">
        {t('auth.verifyWaiting')}
      </Notice>
    )
  }
  return (
    <Notice
      tone="warn"
      look="bar"
      action={
        <Form method="post" action="/verification">
          <input type="hidden" name="returnTo" value={pathname + search} />
          <SubmitButton variant="secondary" size="small" action="/verification">
            {t('auth.verifyAgain')}
          </SubmitButton>
        </Form>
      }
    >
      {t('auth.verifySent', { email })}
    </Notice>
  )
}
