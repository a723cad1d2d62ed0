import { BookOpen, Bot, Plus, Star, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '#app/ui/avatar.tsx'
import { Badge, CountBadge } from '#app/ui/badge.tsx'
import { BarazaMark } from '#app/ui/baraza-mark.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChannelIcon } from '#app/ui/channel-icon.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Progress } from '#app/ui/progress.tsx'
import { ScoreBadge } from '#app/ui/score-badge.tsx'
import { EmptyState, ErrorState, Skeleton } from '#app/ui/states.tsx'
import { Tooltip } from '#app/ui/tooltip.tsx'

export function PiecesPage() {
  return (
    <Page>
      <PageHeader
        title="Pieces"
        description="Everything small, side by side."
        back={{ to: '/', label: 'Start' }}
      />
      <Row title="Buttons">
        <Button variant="primary" icon={<Plus className="size-4" />}>
          Primary
        </Button>
        <Button>Secondary</Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="danger" icon={<Trash2 className="size-4" />}>
          Delete
        </Button>
        <Button variant="primary" pending>
          Saving
        </Button>
        <Button disabled>Disabled</Button>
        <Button size="small">Small</Button>
        <Button size="large">Large</Button>
        <Tooltip text="Mark as important">
          {(described) => (
            <Button
              {...described}
              aria-label="Star"
              icon={<Star className="size-4" />}
              variant="quiet"
            />
          )}
        </Tooltip>
      </Row>
      <Row title="Badges">
        <Badge>Draft</Badge>
        <Badge tone="accent">New</Badge>
        <Badge tone="good">Active</Badge>
        <Badge tone="warn">Waiting</Badge>
        <Badge tone="bad">Failed</Badge>
        <Badge tone="ai" icon={<Bot className="size-3.5" />}>
          Answered by AI
        </Badge>
        <CountBadge count={4} label="4 unread" />
        <CountBadge count={140} label="140 unread" />
        <ScoreBadge score={92} color="green" />
        <ScoreBadge score={61} color="yellow" />
        <ScoreBadge score={24} color="red" />
      </Row>
      <Row title="People and channels">
        {[
          'Asha Mwangi',
          'Brian Otieno',
          'Fatuma Ali',
          'Grace Njeri',
          'Kofi',
          '+254 712 345 678',
        ].map((name) => (
          <Avatar key={name} name={name} />
        ))}
        <Avatar name="Savanna Home" shape="square" size="large" />
        <ChannelIcon channel="whatsapp-cloud" className="size-5" />
        <ChannelIcon channel="telegram" className="size-5" />
        <ChannelIcon channel="web-chat" className="size-5" />
        <BarazaMark />
        <span className="inline-flex gap-1">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </Row>
      <div className="flex flex-col gap-2">
        <Notice>Three questions were answered from the new document.</Notice>
        <Notice tone="good">The number is connected.</Notice>
        <Notice tone="warn">The AI is paused in this conversation.</Notice>
        <Notice tone="bad" action={<Button size="small">Try again</Button>}>
          The document could not be read. What you typed is kept.
        </Notice>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Card>
          <EmptyState
            compact
            icon={<BookOpen />}
            title="No questions yet"
            action={<Button variant="primary">Add a question</Button>}
          >
            The assistant answers from what you write here, word for word where it matters.
          </EmptyState>
        </Card>
        <Card title="Loading and failing" footer={<Button size="small">Details</Button>}>
          <Progress label="Reading catalogue.pdf" done={42} total={118} />
          <div className="h-4" />
          <Skeleton lines={3} />
          <ErrorState retryTo="/" />
        </Card>
      </div>
    </Page>
  )
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-small font-medium text-faint">{title}</h2>
      <div className="flex flex-wrap items-center gap-3">{children}</div>
    </section>
  )
}
