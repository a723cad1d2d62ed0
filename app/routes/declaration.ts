import type { Permission } from '#app/domain/members/permissions.ts'
import type { PlatformPermission } from '#app/platform/users/permissions.ts'

/**
 * Who may call: anybody, anybody signed in on this surface, or a holder of one permission.
 * `anonymous` pages send a signed-in person on to their home.
 */
export type Access<P extends string> = 'public' | 'anonymous' | 'signed-in' | P

export type Surface = 'app' | 'portal'

type PageOf<S extends Surface, P extends string> = {
  surface: S
  /** e.g. `/conversations/:id` */
  path: string
  /** below app/ */
  file: string
  /** GET is the page itself; POST its action */
  methods: { GET?: Access<P>; POST?: Access<P> }
  /** `shell` has the navigation around it, `bare` stands alone */
  layout: 'shell' | 'bare'
  /** pages shown inside this one */
  children?: PageOf<S, P>[]
}

export type PortalPage = PageOf<'portal', Permission>
export type AppPage = PageOf<'app', PlatformPermission>
export type Page = PortalPage | AppPage
