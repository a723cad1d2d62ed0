import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { useToast } from '../toast.tsx'

/**
 * Says that the open conversation was taken away by a colleague, and hands back what was being
 * typed: its draft is out of reach with it.
 */
export function useGoneWords(): () => void {
  const t = useT()
  const toast = useToast()
  return () => {
    const typed = document.querySelector<HTMLTextAreaElement>('[data-composer]')?.value.trim()
    if (!typed) return toast({ text: t('inbox.gone') })
    toast({
      text: t('inbox.goneTyped'),
      tone: 'bad',
      action: (
        <Button
          size="small"
          variant="quiet"
          onClick={() => void navigator.clipboard.writeText(typed)}
        >
          {t('inbox.copyWords')}
        </Button>
      ),
    })
  }
}
