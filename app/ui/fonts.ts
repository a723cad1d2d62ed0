/// <reference types="vite/client" />
import latin from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url'

/** The one font file every page needs; put it into root's `links` so that it starts with the page. */
export const fontPreload = {
  rel: 'preload',
  href: latin,
  as: 'font',
  type: 'font/woff2',
  crossOrigin: 'anonymous',
} as const
