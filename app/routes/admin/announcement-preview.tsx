import { Card } from '#app/ui/card.tsx'
import { AnnouncementBar } from '#app/ui/control/announcement-bar.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'

type Told = {
  id: number
  level: Parameters<typeof AnnouncementBar>[0]['announcement']['level']
  isDismissable: boolean
  titleEn: string
  titleSw: string
  textEn: string
  textSw: string
}

/** How it stands above a company's pages, in either language. */
export function AnnouncementPreview({ announcement }: { announcement: Told }) {
  const t = useT()
  const { id, level, isDismissable } = announcement
  return (
    <Card title={t('control.preview')} flush>
      {(['En', 'Sw'] as const).map((language) => (
        <div key={language} lang={language.toLowerCase()} className="border-t">
          <AnnouncementBar
            isPreview
            announcement={{
              ...{ id, level, isDismissable, title: announcement[`title${language}`] },
              text: announcement[`text${language}`],
            }}
          />
        </div>
      ))}
    </Card>
  )
}
