import { Link } from '@remix-run/react'
import type { MessageKey } from '#app/i18n/translate.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { Tabs } from '../tabs.tsx'
import { settingsParts } from './parts.ts'
import type { SettingsPart } from './parts.ts'

/** Parts that belong together, in the order of the list; what is named nowhere comes last. */
const groups: { label: MessageKey; names: readonly string[] }[] = [
  {
    label: 'settings.groupCompany',
    names: ['company', 'look', 'hours', 'assistant', 'tools', 'billing'],
  },
  {
    label: 'settings.groupTeam',
    names: ['visibility', 'assignment', 'skills', 'departments', 'transfers'],
  },
  {
    label: 'settings.groupConversations',
    names: [
      ...[
        'tags',
        'priorities',
        'canned-responses',
        'macros',
        'templates',
        'closing',
        'idle',
        'link-previews',
      ],
      ...['satisfaction', 'sla'],
    ],
  },
  { label: 'settings.groupCustomers', names: ['contact-fields', 'pipeline', 'retention'] },
]
const named = new Set(groups.flatMap((group) => group.names))

/** All parts at the side of a desk, in groups; a row that scrolls sideways on a phone. */
export function SettingsNav({ at, parts }: { at: SettingsPart; parts: SettingsPart[] }) {
  const t = useT()
  const open = settingsParts.filter((part) => parts.includes(part.name))
  const rest = open.filter((part) => !named.has(part.name))
  const shown = [
    ...groups.map(({ label, names }) => ({
      label,
      parts: open.filter((part) => names.includes(part.name)),
    })),
    { label: 'settings.groupSystem' as const, parts: rest },
  ].filter((group) => group.parts.length > 0)
  const ordered = shown.flatMap((group) => group.parts)
  return (
    <>
      <div className="min-w-0 lg:hidden">
        <Tabs
          label={t('settings.tabs')}
          tabs={ordered.map(({ to, label, name }) => ({
            ...{ to, label: t(label), active: name === at },
          }))}
        />
      </div>
      <nav aria-label={t('settings.tabs')} className="flex flex-col gap-5 max-lg:hidden">
        {shown.map((group) => (
          <section key={group.label} aria-label={t(group.label)}>
            <p aria-hidden className="px-2.5 pb-1 text-small font-medium text-faint">
              {t(group.label)}
            </p>
            <ul>
              {group.parts.map(({ to, label, name }) => (
                <li key={name}>
                  <Link
                    to={to}
                    prefetch="intent"
                    aria-current={name === at ? 'page' : undefined}
                    className={classes(
                      'block rounded-md px-2.5 py-1.5',
                      name === at
                        ? 'bg-accent-soft font-medium text-accent-ink'
                        : 'text-soft hover:bg-hover hover:text-ink',
                    )}
                  >
                    {t(label)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </nav>
    </>
  )
}
