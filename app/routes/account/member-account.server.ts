import { noteGone } from '#app/domain/assignment/presence.server.ts'
import { countRecoveryCodes } from '#app/credentials/recovery-codes.server.ts'
import { hasSecondFactor } from '#app/credentials/second-factor.server.ts'
import {
  changePassword,
  isOwnPassword,
  resetPassword,
} from '#app/domain/members/change-password.server.ts'
import { getMember } from '#app/domain/members/find.server.ts'
import { acceptInvitation } from '#app/domain/members/invite.server.ts'
import { mailLinkLater } from '#app/domain/members/mails.server.ts'
import { noteLockedOut } from '#app/domain/members/note-access.server.ts'
import { updateProfile } from '#app/domain/members/profile.server.ts'
import { listSessions, SESSION_LIFETIME_MS } from '#app/domain/members/sessions.server.ts'
import { checkCredentials, finishSignIn, signIn } from '#app/domain/members/sign-in.server.ts'
import { endOtherSessions, endSession, signOut } from '#app/domain/members/sign-out.server.ts'
import { findTokenBearer } from '#app/domain/members/tokens.server.ts'
import {
  beginTwoFactor,
  confirmTwoFactor,
  findPendingSecret,
  removeTwoFactor,
  renewRecoveryCodes,
} from '#app/domain/members/two-factor.server.ts'
import { findWaitingSession } from '#app/domain/members/waiting-sessions.server.ts'
import type { PortalContext } from '#app/server/load-context.ts'
import type { Account, TwoFactor } from './account.server.ts'

/** A company's members, as the account pages see them. */
export function memberAccount(context: PortalContext): Account {
  const { db, member, tenant, origin, ip, userAgent } = context
  const client = { ip, userAgent }
  const self = () => requireSelf(context)
  return {
    surface: 'portal',
    audience: tenant.id,
    issuer: tenant.name,
    sessionMaxAgeS: SESSION_LIFETIME_MS / 1000,
    person: member,
    homePath: () => '/conversations',
    checkCredentials: async (email, password) =>
      (await checkCredentials(db, { email, password, ip }))?.id,
    noteLockedOut: (email) => noteLockedOut(db, email, client),
    signIn: (id) => signIn(db, id, client),
    findSecondStep: (token) => findWaitingSession(db, 'second_step', token),
    finishSignIn: (token, code) => finishSignIn(db, token, { code, ip }),
    signOut: () => {
      if (!member) return
      signOut(db, member)
      noteGone(db, member.id)
    },
    mailReset: (email) => mailLinkLater(db, 'password_reset', { to: email, origin }),
    findReset: (token) => findTokenBearer(db, 'password_reset', token),
    resetPassword: async (token, password) => toJoined(await resetPassword(db, token, password)),
    findInvitation: (token) => findTokenBearer(db, 'invitation', token),
    acceptInvitation: async (token, joining) =>
      toJoined(await acceptInvitation(db, token, joining)),
    saveProfile: (profile) => updateProfile(db, self().id, profile),
    isOwnPassword: (password) => isOwnPassword(db, self().id, password),
    changePassword: (passwords) => changePassword(db, self(), passwords),
    listSessions: () => listSessions(db, self().id),
    endSession: (id) => endSession(db, self(), id),
    endOtherSessions: () => endOtherSessions(db, self()),
    twoFactor: memberTwoFactor(context),
  }
}

function memberTwoFactor(context: PortalContext): TwoFactor {
  const { db } = context
  const self = () => requireSelf(context)
  return {
    read: () => {
      const row = getMember(db, self().id)
      const recoveryCodesLeft = countRecoveryCodes(row.recoveryCodesJson)
      return { isOn: hasSecondFactor(row), recoveryCodesLeft, lastSignInAt: row.lastSignInAt }
    },
    begin: () => beginTwoFactor(db, self().id),
    findPendingSecret: () => findPendingSecret(db, self().id),
    confirm: (code) => confirmTwoFactor(db, self().id, code, self().sessionId),
    remove: () => removeTwoFactor(db, self().id),
    renewCodes: () => renewRecoveryCodes(db, self().id),
  }
}

function requireSelf({ member }: PortalContext) {
  if (!member) throw new Response(null, { status: 401 })
  return member
}

function toJoined<R>(result: { ok: true; memberId: number } | R) {
  return typeof result === 'object' && result && 'memberId' in result
    ? { ok: true as const, id: result.memberId }
    : (result as Exclude<R, { ok: true }>)
}
