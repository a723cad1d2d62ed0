import { Download } from 'lucide-react'
import { useLocation } from '@remix-run/react'
import { useT } from '../i18n-provider.tsx'
import { buttonClass } from '../button.tsx'
import { Menu } from '../menu.tsx'

const item = 'w-full rounded-sm px-2.5 py-1.5 text-left hover:bg-hover pointer-coarse:py-2.5'

/** Takes a report out, as it stands on the screen, or its conversations one by one. */
export function ExportMenu({ report }: { report: string }) {
  const t = useT()
  const { search } = useLocation()
  return (
    <Menu
      triggerClassName={buttonClass({})}
      trigger={
        <>
          <Download className="size-4" aria-hidden />
          {t('reports.export')}
        </>
      }
    >
      {(['csv', 'xlsx', 'conversations'] as const).map((format) => (
        // A download is no page: the browser takes the form itself.
        <form
          key={format}
          method="post"
          action={format === 'conversations' ? '/reports/conversations/export' : '/reports/export'}
        >
          <input type="hidden" name="report" value={report} />
          <input type="hidden" name="format" value={format} />
          <input type="hidden" name="query" value={search} />
          <button type="submit" className={item}>
            {t(`reports.export.${format}`)}
          </button>
        </form>
      ))}
    </Menu>
  )
}
