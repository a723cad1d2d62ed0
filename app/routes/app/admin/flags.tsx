import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { listOverrides } from '#app/platform/flags/save.server.ts'
import { flagNames, flags } from '#app/platform/flags/registry.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { ControlTabs } from '#app/ui/control/control-tabs.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Table } from '#app/ui/table.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Everything that can be turned on and off; the code names them, so there are few. */
export function loader(args: LoaderFunctionArgs) {
  const { platform } = requireUser(args.context, 'admin.read')
  const rows = flagNames.map((name) => ({
    ...{ name, isOn: flags[name].isOn, overrides: listOverrides(platform, name).length },
  }))
  return { title: pageTitle(args, 'control.flags'), rows }
}

export default function Flags() {
  const { rows } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="wide">
      <PageHeader title={t('control.title')} description={t('control.flagsLead')} />
      <ControlTabs at="flags" />
      <Card flush>
        <Table
          caption={t('control.flags')}
          rows={rows}
          rowKey={({ name }) => name}
          href={({ name }) => `/admin/flags/${name}`}
          columns={[
            { header: t('control.flag'), cell: ({ name }) => t(`control.flag_${name}`) },
            {
              header: t('control.flagWhat'),
              hideOnPhone: true,
              cell: ({ name }) => t(`control.flag_${name}Help`),
            },
            {
              header: t('control.flagDefault'),
              cell: ({ isOn }) => t(isOn ? 'control.on' : 'control.off'),
            },
            {
              header: t('control.overrides'),
              align: 'end',
              cell: ({ overrides }) => overrides,
            },
          ]}
        />
      </Card>
    </Page>
  )
}
