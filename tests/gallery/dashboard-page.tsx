import { Bot, Inbox, MessageSquareText } from 'lucide-react'
import type { Language } from '#app/i18n/languages.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { BarSparkline } from '#app/ui/bar-sparkline.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ChannelIcon } from '#app/ui/channel-icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { ScoreBadge } from '#app/ui/score-badge.tsx'
import { Stat } from '#app/ui/stat.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Time } from '#app/ui/time.tsx'
import { SampleShell } from './sample-shell.tsx'

const days = ['Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu']
const figures = [31, 44, 38, 52, 70, 28, 41, 49, 63, 58]

const hot = [
  ['Asha Mwangi', 'whatsapp-cloud', 'Can you deliver the oak table to Karen tomorrow?', 92, 4],
  ['+254 722 810 344', 'telegram', 'What is the price for two?', 84, 26],
  ['Brian Otieno', 'web-chat', 'I would like to order today', 81, 190],
] as const

export function DashboardPage({ language }: { language?: Language }) {
  return (
    <SampleShell
      at="/dashboard"
      language={language}
      notice={
        <Notice tone="warn" look="bar" action={<Button size="small">Reconnect</Button>}>
          WhatsApp refused the access token of +254 700 000 111. Messages to customers wait until it
          is reconnected.
        </Notice>
      }
    >
      <Page width="wide">
        <PageHeader
          title="Good morning, Wanjiru"
          description="Thursday 20 November. 12 conversations wait for a person."
          actions={
            <>
              <Button>Last 10 days</Button>
              <LinkButton to="/conversations" variant="primary" icon={<Inbox className="size-4" />}>
                Open inbox
              </LinkButton>
            </>
          }
        />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
          <Stat
            label="Conversations today"
            value="58"
            delta={{ amount: '8%', trend: 'down', good: false, than: 'than yesterday' }}
          >
            <BarSparkline
              title="Conversations per day"
              bars={figures.map((value, index) => ({ label: days[index] + ' ' + index, value }))}
            />
          </Stat>
          <Stat
            label="Answered by the AI"
            value="71%"
            delta={{ amount: '4 points', trend: 'up', good: true, than: 'than last week' }}
          />
          <Stat
            label="Median first reply"
            value="38 s"
            delta={{ amount: '12 s', trend: 'down', good: true, than: 'than last week' }}
          />
          <Stat
            label="Won this month"
            value="KES 1,284,500"
            delta={{ amount: '', trend: 'flat' }}
          />
        </div>
        <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
          <Card title="Hot now" description="Behaviour score of 80 and more" flush>
            <ul className="border-t">
              {hot.map(([name, channel, text, score, minutes]) => (
                <li key={name} className="border-b last:border-b-0">
                  <a href="/conversations/1" className="flex gap-3 px-5 py-3 hover:bg-hover">
                    <Avatar name={name} />
                    <span className="min-w-0 flex-1">
                      <span className="flex items-center gap-2">
                        <span className="truncate font-medium">{name}</span>
                        <ChannelIcon channel={channel} className="size-3.5" />
                        <span className="ml-auto text-small text-faint">
                          <Time at={Date.now() - minutes * 60_000} />
                        </span>
                      </span>
                      <span className="flex items-center gap-3">
                        <span className="flex-1 truncate text-soft">{text}</span>
                        <ScoreBadge score={score} color="green" />
                      </span>
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </Card>
          <Card
            title="Handed over"
            actions={
              <Badge tone="ai" icon={<Bot className="size-3.5" />}>
                AI
              </Badge>
            }
            flush
          >
            <EmptyState compact icon={<MessageSquareText />} title="Nothing waits">
              When the AI is not sure, the conversation shows up here with its reason.
            </EmptyState>
          </Card>
        </div>
      </Page>
    </SampleShell>
  )
}
