import type { Language } from '#app/i18n/languages.ts'
import type { RequestContext } from '#app/server/load-context.ts'
import type { Theme } from '#app/server/preferences.server.ts'
import { memberAccount } from './member-account.server.ts'
import { userAccount } from './user-account.server.ts'

/** Somebody signed in, whichever of the two systems they belong to. */
export type Person = {
  id: number
  sessionId: number
  name: string
  email: string
  role: string
  language: Language
  theme: Theme
}

export type SessionRow = {
  id: number
  createdAt: number
  lastSeenAt: number
  ip: string | null
  userAgent: string | null
}

type PasswordRefusal = 'password_too_short' | 'password_too_common' | 'too_long'
type Joined = { ok: true; id: number } | { ok: false; reason: PasswordRefusal | 'link_expired' }

/**
 * What the pages around signing in need of a surface. Members and platform users are two
 * separate systems with tables of their own; the pages over them are the same.
 */
export type Account = {
  surface: 'portal' | 'app'
  /** keys throttles, so that two companies' people never share a counter */
  audience: string
  /** the company's name, or Baraza */
  issuer: string
  sessionMaxAgeS: number
  person: Person | undefined
  homePath: (id: number) => string
  checkCredentials: (email: string | undefined, password: string) => Promise<number | undefined>
  /** too many attempts for this e-mail: where there is a log, it says so */
  noteLockedOut: (email: string | undefined) => void
  signIn: (id: number) => { step: 'session' | 'second_step'; token: string }
  findSecondStep: (waitingToken: string) => number | undefined
  finishSignIn: (waitingToken: string, code: string) => string | undefined
  signOut: () => void
  /** always does the same work; whether anybody is mailed is decided later */
  mailReset: (email: string) => void
  findReset: (token: string) => { email: string } | undefined
  resetPassword: (token: string, password: string) => Promise<Joined>
  findInvitation: (token: string) => { email: string; name: string; role: string } | undefined
  acceptInvitation: (token: string, joining: { name: string; password: string }) => Promise<Joined>
  saveProfile: (profile: { name?: string; language?: Language; theme?: Theme }) => void
  isOwnPassword: (password: string) => Promise<boolean>
  changePassword: (passwords: {
    current: string
    next: string
  }) => Promise<{ ok: true } | { ok: false; reason: PasswordRefusal | 'password_wrong' }>
  listSessions: () => SessionRow[]
  endSession: (id: number) => boolean
  endOtherSessions: () => void
  twoFactor: TwoFactor
}

export type TwoFactor = {
  read: () => { isOn: boolean; recoveryCodesLeft: number; lastSignInAt: number | null }
  begin: () => void
  findPendingSecret: () => string | undefined
  confirm: (code: string) => string[] | undefined
  remove: () => void
  renewCodes: () => string[]
}

/** The account system of the host that was asked. */
export function accountOf(context: RequestContext): Account {
  return context.surface === 'portal' ? memberAccount(context) : userAccount(context)
}

/** @throws Response 401 when nobody is signed in */
export function requireAccount(context: RequestContext): Account & { person: Person } {
  const account = accountOf(context)
  if (!account.person) throw new Response(null, { status: 401 })
  return { ...account, person: account.person }
}
