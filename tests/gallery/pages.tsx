import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { DashboardPage } from './dashboard-page.tsx'
import type { FrameOptions } from './frame.tsx'
import { ListPage } from './list-page.tsx'
import { PiecesPage } from './pieces-page.tsx'
import { SettingsPage } from './settings-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

const pieces = (
  <main>
    <PiecesPage />
  </main>
)

const closed = {
  text: 'Conversation with Asha closed',
  action: (
    <Button size="small" variant="quiet">
      Undo
    </Button>
  ),
}

type GalleryPage = {
  page: ReactNode
  options?: FrameOptions
  /** What to press before the picture is taken. */
  press?: string
  withoutScript?: boolean
}

/** Every picture of the gallery, by name. */
export const pages: Record<string, GalleryPage> = {
  dashboard: { page: <DashboardPage /> },
  'dashboard-sw': {
    page: <DashboardPage language="sw" />,
    options: { language: 'sw', accent: '#111111' },
  },
  list: { page: <ListPage flash={closed} /> },
  'account-menu': { page: <ListPage />, press: ':is(header, nav) summary >> visible=true' },
  'row-menu': { page: <ListPage />, press: 'td summary >> nth=-1' },
  'confirm-modal': { page: <SettingsPage />, press: 'a[aria-haspopup]' },
  settings: { page: <SettingsPage /> },
  'confirm-without-script': {
    withoutScript: true,
    page: <SettingsPage />,
    options: { at: '/settings?confirm=close' },
  },
  'sign-in': { page: <SignInPage /> },
  'sign-in-company': {
    page: <SignInPage failed company="Savanna Home & Living" />,
    options: { accent: '#c2410c', language: 'sw' },
  },
  pieces: { page: pieces },
  'pieces-yellow': { page: pieces, options: { accent: '#ffd400' } },
  'not-found': { page: <ErrorPage kind="not_found" requestId="7f3a9c" /> },
  suspended: { page: <ErrorPage kind="suspended" company="Savanna" action={<></>} /> },
}
