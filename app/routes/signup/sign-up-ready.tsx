import { useEffect } from 'react'
import { AccountFrame } from '#app/routes/account/account-frame.tsx'
import { buttonClass } from '#app/ui/button.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

/**
 * The company exists; on to its own host. A redirect would not do: browsers hold a form's
 * redirects to the page's own host (form-action), so this page leads there itself.
 */
export function SignUpReady(props: { url: string; handOverUrl: string; companyName: string }) {
  const { url, handOverUrl, companyName } = props
  const t = useT()
  useEffect(() => location.replace(handOverUrl), [handOverUrl])
  return (
    <AccountFrame title={t('auth.readyTitle', { company: companyName })} lead={url}>
      <p className="mb-5">{t('auth.readyLead')}</p>
      <a
        href={handOverUrl}
        className={buttonClass({ variant: 'primary', size: 'large', wide: true })}
      >
        {t('auth.readyOpen')}
      </a>
    </AccountFrame>
  )
}
