import type { LucideProps } from 'lucide-react'
import { createElement } from 'react'
import type { FunctionComponent } from 'react'

/** Where the build has put the sheet of icons; set by scripts/pages/icon-sheet. */
declare const __ICON_SHEET__: string

const LABEL = /^(aria-.+|role|title)$/

/**
 * What an icon is in the browser: the drawing itself stands in the sheet, under this name. In a
 * page that comes from the server the icon is drawn already, and React leaves alone what stands
 * inside (`dangerouslySetInnerHTML` is not compared when a page comes alive).
 */
export function sheetIcon(name: string): FunctionComponent<LucideProps> {
  return ({ size = 24, className = '', ...rest }) =>
    createElement('svg', {
      ...{ xmlns: 'http://www.w3.org/2000/svg', width: size, height: size, viewBox: '0 0 24 24' },
      ...{ fill: 'none', stroke: 'currentColor', strokeWidth: 2 },
      ...{ strokeLinecap: 'round', strokeLinejoin: 'round' },
      className: `lucide lucide-${name} ${className}`,
      'aria-hidden': Object.keys(rest).some((prop) => LABEL.test(prop)) ? undefined : true,
      suppressHydrationWarning: true,
      dangerouslySetInnerHTML: { __html: `<use href="${__ICON_SHEET__}#${name}"/>` },
      ...(rest as object),
    })
}

/** Fetched when nothing else is: icons that only appear later find it there. */
export const iconSheetPrefetch = (): { rel: 'prefetch'; href: string; as: 'image' } => ({
  rel: 'prefetch',
  href: __ICON_SHEET__,
  as: 'image',
})
