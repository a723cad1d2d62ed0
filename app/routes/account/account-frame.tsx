import type { ReactNode } from 'react'
import { AuthLayout } from '#app/ui/auth-layout.tsx'
import { useI18n } from '#app/ui/i18n-provider.tsx'
import { LanguageSwitch } from '#app/ui/preferences.tsx'

/** The frame of every page around signing in, with the language switch at its foot. */
export function AccountFrame(props: {
  title: ReactNode
  lead?: ReactNode
  company?: { name: string; logoUrl?: string | null }
  below?: ReactNode
  children: ReactNode
}) {
  const { language } = useI18n()
  return (
    <AuthLayout
      {...props}
      preferences={<LanguageSwitch action="/preferences" language={language} />}
    />
  )
}
