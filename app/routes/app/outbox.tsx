import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Mail } from 'lucide-react'
import { listOutbox } from '#app/platform/mail/outbox.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { toApp } from '#app/routes/require.server.ts'
import { Card } from '#app/ui/card.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { EmptyState } from '#app/ui/states.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Mails that no server took, with their links. @throws Response 404 outside development */
export function loader(args: LoaderFunctionArgs) {
  const { platform, services } = toApp(args.context)
  if (!services.isOutboxShown) throw new Response(null, { status: 404 })
  const mails = listOutbox(platform).map(({ id, toAddress, subject, textBody, createdAt }) => {
    return { id, to: toAddress, subject, createdAt, parts: splitLinks(textBody) }
  })
  return { title: pageTitle(args, 'platform.outbox'), mails }
}

type Part = { text: string; isLink: boolean }

/** The text in pieces, links apart, so that they can be followed. */
function splitLinks(text: string): Part[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((piece) => ({ text: piece, isLink: /^https?:\/\//.test(piece) }))
}

export default function Outbox() {
  const { mails } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <main>
      <Page>
        <PageHeader title={t('platform.outbox')} description={t('platform.outboxLead')} />
        {mails.length === 0 && (
          <EmptyState icon={<Mail aria-hidden />} title={t('platform.outboxEmpty')}>
            {t('platform.outboxEmptyLead')}
          </EmptyState>
        )}
        {mails.map((mail) => (
          <Card
            key={mail.id}
            title={mail.subject}
            description={t('platform.outboxTo', { email: mail.to })}
            actions={<Time at={mail.createdAt} className="text-small text-faint" />}
          >
            <p className="wrap-anywhere whitespace-pre-wrap">
              {mail.parts.map((part, index) => (
                <Piece key={index} part={part} />
              ))}
            </p>
          </Card>
        ))}
      </Page>
    </main>
  )
}

function Piece({ part }: { part: Part }) {
  if (!part.isLink) return <>{part.text}</>
  return (
    <a href={part.text} className="text-accent underline">
      {part.text}
    </a>
  )
}
