import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** The ten codes, this once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const t = useT()
  return (
    <section className="flex flex-col gap-4">
      <h2 className="font-semibold">{t('auth.totpRecoveryTitle')}</h2>
      <Notice tone="warn">{t('auth.totpRecoveryLead')}</Notice>
      <ul className="grid max-w-md gap-x-6 gap-y-1.5 rounded-md border bg-surface p-4 font-mono select-all sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="text-soft">{t('auth.recoveryHelp')}</p>
      <div>
        <LinkButton to="/profile" variant="primary">
          {t('auth.recoveryKept')}
        </LinkButton>
      </div>
    </section>
  )
}
