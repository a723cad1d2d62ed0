import { ChevronDown, Copy, FileDown, FileSpreadsheet, Upload } from 'lucide-react'
import { useT } from '../i18n-provider.tsx'
import { Menu, MenuAction, MenuLink } from '../menu.tsx'

/** What can be done with the list as a whole: import, export as filtered, duplicates. */
export function ContactListMenu(props: {
  kept: Record<string, string>
  may: { mayExport: boolean; mayImport: boolean; mayMerge: boolean }
}) {
  const t = useT()
  const { mayExport, mayImport, mayMerge } = props.may
  if (!mayExport && !mayImport && !mayMerge) return null
  const query = new URLSearchParams(props.kept).toString()
  return (
    <Menu
      trigger={
        <>
          {t('contacts.more')}
          <ChevronDown className="size-4" aria-hidden />
        </>
      }
      look={{ variant: 'secondary' }}
    >
      {mayImport && (
        <MenuLink to="/contacts/import" icon={<Upload />}>
          {t('contacts.import')}
        </MenuLink>
      )}
      {mayExport && (
        <>
          <MenuAction
            action="/contacts/export"
            fields={{ format: 'csv', query }}
            icon={<FileDown />}
            reloadDocument
          >
            {t('contacts.exportCsv')}
          </MenuAction>
          <MenuAction
            action="/contacts/export"
            fields={{ format: 'xlsx', query }}
            icon={<FileSpreadsheet />}
            reloadDocument
          >
            {t('contacts.exportXlsx')}
          </MenuAction>
        </>
      )}
      {mayMerge && (
        <MenuLink to="/contacts/duplicates" icon={<Copy />}>
          {t('duplicates.title')}
        </MenuLink>
      )}
    </Menu>
  )
}
