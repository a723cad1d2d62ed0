import { LinkButton } from '#app/ui/button.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** Above every page of who may set up, until the company says that it is ready. */
export function SetupBanner({ done, total }: { done: number; total: number }) {
  const t = useT()
  return (
    <Notice
      look="bar"
      action={
        <LinkButton to="/setup" size="small">
          {t('onboarding.goOn')}
        </LinkButton>
      }
    >
      {t('onboarding.banner', { done, total })}
    </Notice>
  )
}
