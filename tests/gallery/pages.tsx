import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import { ErrorPage } from '#app/ui/error-page.tsx'
import { DashboardPage } from './dashboard-page.tsx'
import { renderPage } from './frame.tsx'
import type { FrameOptions } from './frame.tsx'
import { ListPage } from './list-page.tsx'
import { PiecesPage } from './pieces-page.tsx'
import { SettingsPage } from './settings-page.tsx'
import { SignInPage } from './sign-in-page.tsx'

type GalleryPage = {
  page: ReactNode
  options?: Omit<FrameOptions, 'theme'>
  /** What to press before the picture is taken. */
  press?: string
}

/** Every picture of the gallery, by name. */
export const pages: Record<string, GalleryPage> = {
  dashboard: { page: <DashboardPage /> },
  list: {
    page: <ListPage />,
    options: {
      flash: {
        text: 'Conversation with Asha closed',
        action: (
          <Button size="small" variant="quiet">
            Undo
          </Button>
        ),
      },
    },
  },
  'account-menu': { page: <ListPage />, press: 'summary >> visible=true >> nth=-1' },
  settings: { page: <SettingsPage /> },
  confirm: { page: <SettingsPage />, options: { at: '/settings?confirm=close' } },
  'sign-in': { page: <SignInPage /> },
  'sign-in-company': {
    page: <SignInPage failed company="Savanna Home & Living" />,
    options: { accent: '#c2410c', language: 'sw' },
  },
  pieces: { page: <PiecesPage /> },
  'pieces-yellow': { page: <PiecesPage />, options: { accent: '#ffd400' } },
  'not-found': { page: <ErrorPage kind="not_found" requestId="7f3a9c" /> },
  suspended: { page: <ErrorPage kind="suspended" company="Savanna" action={<></>} /> },
}

/** The document of one page in one theme. */
export function renderGalleryPage(name: string, theme: 'light' | 'dark', styles: string): string {
  const entry = pages[name]
  if (!entry) throw new Error(`No gallery page ${name}`)
  return renderPage(entry.page, styles, { ...entry.options, theme })
}
