type AccountAccess = 'public' | 'anonymous' | 'signed-in'

type AccountPage<S> = {
  surface: S
  path: string
  file: string
  methods: { GET?: AccountAccess; POST?: AccountAccess }
  layout: 'shell' | 'bare'
}

/** Signing in and one's own account: the same addresses on the app host and on a company's. */
export function accountPages<S extends 'app' | 'portal'>(surface: S): AccountPage<S>[] {
  const bare = (path: string, name: string, methods: AccountPage<S>['methods']) =>
    ({ surface, path, file: `routes/${surface}/${name}.tsx`, methods, layout: 'bare' }) as const
  const own = (path: string, name: string, method: 'GET' | 'POST' | 'both') => {
    const methods: AccountPage<S>['methods'] = {
      ...(method !== 'POST' && { GET: 'signed-in' }),
      ...(method !== 'GET' && { POST: 'signed-in' }),
    }
    const file = `routes/${surface}/${name}.tsx`
    return { surface, path, file, methods, layout: 'shell' } as const
  }
  return [
    bare('/login', 'login', { GET: 'anonymous', POST: 'anonymous' }),
    bare('/login/code', 'login-code', { GET: 'anonymous', POST: 'anonymous' }),
    bare('/logout', 'logout', { POST: 'public' }),
    bare('/forgot', 'forgot', { GET: 'public', POST: 'public' }),
    bare('/reset/:token', 'reset', { GET: 'public', POST: 'public' }),
    bare('/invitations/:token', 'invitation', { GET: 'public', POST: 'public' }),
    bare('/preferences', 'preferences', { POST: 'public' }),
    own('/profile', 'profile', 'both'),
    own('/profile/password', 'profile-password', 'both'),
    own('/profile/two-factor', 'two-factor', 'both'),
    own('/profile/two-factor/confirmation', 'two-factor-confirmation', 'POST'),
    own('/profile/two-factor/removal', 'two-factor-removal', 'POST'),
    own('/profile/two-factor/recovery-codes', 'two-factor-recovery-codes', 'POST'),
    own('/profile/sessions/revocation', 'sessions-revocation', 'POST'),
    own('/profile/sessions/:id/revocation', 'session-revocation', 'POST'),
  ]
}
