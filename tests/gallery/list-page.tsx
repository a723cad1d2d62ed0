import { Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react'
import { Avatar } from '#app/ui/avatar.tsx'
import { Badge, CountBadge } from '#app/ui/badge.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChannelIcon } from '#app/ui/channel-icon.tsx'
import { Menu, MenuAction, MenuLine, MenuLink } from '#app/ui/menu.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { ScoreBadge } from '#app/ui/score-badge.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { Table } from '#app/ui/table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import type { ToastMessage } from '#app/ui/toast.tsx'
import { Time } from '#app/ui/time.tsx'
import { SampleShell } from './sample-shell.tsx'

const rows = [
  ['Asha Mwangi', '+254 712 345 678', 'whatsapp-cloud', 92, 'green', 'Qualified', 4, 128_500_00],
  ['Brian Otieno', '+254 722 810 344', 'telegram', 74, 'yellow', 'New', 55, 12_400_00],
  ['Fatuma Ali', '+255 754 220 118', 'whatsapp-cloud', 38, 'red', 'Contacted', 1400, 0],
  ['Grace Njeri', '+254 733 901 256', 'web-chat', 66, 'yellow', 'Proposal sent', 4300, 64_000_00],
  ['Unknown visitor', '—', 'web-chat', 50, 'yellow', 'New', 19000, 0],
] as const

export function ListPage({ flash }: { flash?: ToastMessage }) {
  return (
    <SampleShell at="/contacts" flash={flash}>
      <Page width="wide">
        <PageHeader
          title="Contacts"
          description="Everyone who has written to you, on any channel."
          actions={
            <LinkButton to="/contacts/new" variant="primary" icon={<Plus className="size-4" />}>
              Add contact
            </LinkButton>
          }
        />
        <Tabs
          label="Contacts"
          tabs={[
            { to: '/contacts', label: 'All', active: true },
            {
              to: '/contacts?score=green',
              label: 'Hot',
              active: false,
              badge: <CountBadge count={3} label="3 hot" />,
            },
            { to: '/contacts?blocked=1', label: 'Blocked', active: false },
          ]}
        />
        <div className="max-w-sm">
          <SearchField label="Search name, number or text" shortcut="/" />
        </div>
        <Card flush>
          <Table
            caption="Contacts"
            rows={[...rows]}
            rowKey={(row) => row[0]}
            href={() => '/contacts/1'}
            actionsLabel="Actions"
            columns={[
              {
                header: 'Name',
                cell: (row) => (
                  <span className="inline-flex items-center gap-3">
                    <Avatar name={row[0]} />
                    {row[0]}
                  </span>
                ),
              },
              { header: 'Phone', nowrap: true, cell: (row) => row[1] },
              {
                header: 'Channel',
                cell: (row) => <ChannelIcon channel={row[2]} />,
                hideOnPhone: true,
              },
              { header: 'Score', cell: (row) => <ScoreBadge score={row[3]} color={row[4]} /> },
              { header: 'Stage', deskOnly: true, cell: (row) => <Badge>{row[5]}</Badge> },
              {
                header: 'Value',
                align: 'end',
                cell: (row) => (row[7] ? `KES ${(row[7] / 100).toLocaleString('en')}` : '—'),
              },
              { header: 'Last message', cell: (row) => <Time at={Date.now() - row[6] * 60_000} /> },
            ]}
            actions={() => (
              <Menu
                label="Actions"
                trigger={<Ellipsis className="size-4" />}
                look={{ size: 'small' }}
              >
                <MenuLink to="/contacts/1/edit" icon={<Pencil />}>
                  Edit
                </MenuLink>
                <MenuLine />
                <MenuAction action="/contacts/1/block" icon={<Trash2 />} danger>
                  Block Asha Mwangi
                </MenuAction>
              </Menu>
            )}
          />
          <Pagination previousTo="?before=1" nextTo="?after=30" />
        </Card>
      </Page>
    </SampleShell>
  )
}
