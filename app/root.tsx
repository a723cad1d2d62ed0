import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { ShouldRevalidateFunctionArgs } from '@remix-run/react'
import type { ReactNode } from 'react'
import { lookOf } from '#app/server/accent-look.server.ts'
import type { AccentLook } from '#app/server/accent-look.server.ts'
import { readReader } from '#app/server/reader.server.ts'
import { documentAttributes } from './ui/document-settings.ts'
import { ErrorPage, toErrorKind, useErrorTitle } from './ui/error-page.tsx'
import type { ErrorKind } from './ui/error-page.tsx'
import { fontPreload } from './ui/fonts.ts'
import { useI18n } from './ui/i18n-provider.tsx'
import { MessageMap } from './ui/message-map.tsx'
import { useNonce } from './ui/nonce.tsx'
import { RequestIdMeta, useRequestId } from './ui/request-id.tsx'
import { iconSheetPrefetch } from './ui/sheet-icon.ts'
import styles from './ui/styles/app.css?url'

export const links: LinksFunction = () => [
  fontPreload,
  { rel: 'stylesheet', href: styles },
  iconSheetPrefetch(),
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export function loader({ request, context }: LoaderFunctionArgs) {
  const { theme, brand } = readReader(context.baraza, request.headers.get('accept-language'))
  return { theme, look: lookOf(brand.accent), isPortal: context.baraza.surface === 'portal' }
}

/**
 * Theme and brand change with settings and one's own account, not with what happens in a
 * conversation: the inbox's live updates must not ask for them again and again.
 */
export function shouldRevalidate({ formAction }: ShouldRevalidateFunctionArgs) {
  return formAction !== undefined && !formAction.startsWith('/conversations')
}

export function Layout({ children }: { children: ReactNode }) {
  const data = useRouteLoaderData<typeof loader>('root')
  const settings = useI18n()
  const nonce = useNonce()
  const error = useRouteError()
  return (
    <html {...documentAttributes(settings, data?.theme)} lang={settings.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <MessageMap />
        <Meta />
        {Boolean(error) && <ErrorTitle error={error} />}
        {Boolean(error) && <RequestIdMeta />}
        <Links />
        <AppLinks isPortal={data?.isPortal} look={data?.look} />
        <style
          nonce={nonce}
          suppressHydrationWarning
          dangerouslySetInnerHTML={{ __html: data?.look.styleSheet ?? '' }}
        />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** What makes a company's portal an app of its own on a phone. */
function AppLinks({ isPortal, look }: { isPortal?: boolean; look?: AccentLook }) {
  if (!isPortal) return <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
  return (
    <>
      <link rel="manifest" href="/manifest.webmanifest" />
      <link rel="apple-touch-icon" href="/app-icon/180.png" />
      <meta name="theme-color" content={look?.light} media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content={look?.dark} media="(prefers-color-scheme: dark)" />
    </>
  )
}

export default function Root() {
  return <Outlet />
}

/** A page that is not there has no title of its own. */
function ErrorTitle({ error }: { error: unknown }) {
  const toTitle = useErrorTitle()
  const { kind, company = '' } = toProblem(error)
  return <title>{toTitle(kind, { company })}</title>
}

export function ErrorBoundary() {
  return <ErrorPage {...toProblem(useRouteError())} requestId={useRequestId()} />
}

function toProblem(error: unknown): { kind: ErrorKind; company?: string; why?: string } {
  if (!isRouteErrorResponse(error)) return { kind: 'broken' }
  const data = error.data as { reason?: string; company?: string; why?: string } | null
  if (data?.reason === 'suspended')
    return { kind: 'suspended', company: data.company, why: data.why }
  if (data?.reason === 'support') return { kind: 'support' }
  return { kind: toErrorKind(error.status) }
}
