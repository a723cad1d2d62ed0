import { Link } from '@remix-run/react'
import { useT } from '#app/ui/i18n-provider.tsx'

export function BackToSignIn() {
  const t = useT()
  return (
    <Link to="/login" className="inline-block py-0.5 font-medium text-accent hover:underline">
      {t('auth.backToSignIn')}
    </Link>
  )
}
