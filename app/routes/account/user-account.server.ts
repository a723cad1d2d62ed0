import { countRecoveryCodes } from '#app/credentials/recovery-codes.server.ts'
import { hasSecondFactor } from '#app/credentials/second-factor.server.ts'
import {
  changeUserPassword,
  isOwnUserPassword,
  resetUserPassword,
} from '#app/platform/users/change-password.server.ts'
import { getPlatformUser } from '#app/platform/users/find.server.ts'
import { acceptUserInvitation } from '#app/platform/users/invite.server.ts'
import { mailUserLinkLater } from '#app/platform/users/mails.server.ts'
import { homeOf } from '#app/platform/users/permissions.ts'
import { updateUserProfile } from '#app/platform/users/profile.server.ts'
import {
  listPlatformSessions,
  PLATFORM_SESSION_LIFETIME_MS,
  revokePlatformSession,
  revokePlatformSessions,
} from '#app/platform/users/sessions.server.ts'
import {
  checkUserCredentials,
  finishUserSignIn,
  noteUserLockedOut,
  signInUser,
} from '#app/platform/users/sign-in.server.ts'
import { findUserTokenBearer } from '#app/platform/users/tokens.server.ts'
import {
  beginUserTwoFactor,
  confirmUserTwoFactor,
  findPendingUserSecret,
  removeUserTwoFactor,
  renewUserRecoveryCodes,
} from '#app/platform/users/two-factor.server.ts'
import { findWaitingUserSession } from '#app/platform/users/waiting-sessions.server.ts'
import type { AppContext } from '#app/server/load-context.ts'
import type { Account, TwoFactor } from './account.server.ts'

/** The platform's own people, as the account pages see them. */
export function userAccount(context: AppContext): Account {
  const { platform, user, origin, ip, userAgent, services } = context
  const client = { ip, userAgent }
  const users = { platform, vault: services.vault }
  const self = () => requireSelf(context)
  return {
    surface: 'app',
    audience: 'platform',
    issuer: 'Baraza',
    sessionMaxAgeS: PLATFORM_SESSION_LIFETIME_MS / 1000,
    person: user,
    homePath: (id) => homeOf(getPlatformUser(platform, id).role),
    checkCredentials: async (email, password) =>
      (await checkUserCredentials(platform, email, password))?.id,
    noteLockedOut: (email) => noteUserLockedOut(platform, email),
    signIn: (id) => signInUser(platform, id, client),
    findSecondStep: (token) => findWaitingUserSession(platform, token),
    finishSignIn: (token, code) => finishUserSignIn(users, token, code),
    signOut: () => void (user && revokePlatformSession(platform, user.id, user.sessionId)),
    mailReset: (email) => mailUserLinkLater(platform, 'password_reset', { to: email, origin }),
    findReset: (token) => findUserTokenBearer(platform, 'password_reset', token),
    resetPassword: async (token, password) =>
      toJoined(await resetUserPassword(platform, token, password)),
    findInvitation: (token) => findUserTokenBearer(platform, 'invitation', token),
    acceptInvitation: async (token, joining) =>
      toJoined(await acceptUserInvitation(platform, token, joining)),
    saveProfile: (profile) => updateUserProfile(platform, self().id, profile),
    isOwnPassword: (password) => isOwnUserPassword(platform, self().id, password),
    changePassword: (passwords) => changeUserPassword(platform, self(), passwords),
    listSessions: () => listPlatformSessions(platform, self().id),
    endSession: (id) => revokePlatformSession(platform, self().id, id),
    endOtherSessions: () => revokePlatformSessions(platform, self().id, self().sessionId),
    twoFactor: userTwoFactor(context),
  }
}

function userTwoFactor(context: AppContext): TwoFactor {
  const { platform, services } = context
  const users = { platform, vault: services.vault }
  const self = () => requireSelf(context)
  return {
    read: () => {
      const row = getPlatformUser(platform, self().id)
      const recoveryCodesLeft = countRecoveryCodes(row.recoveryCodesJson)
      return { isOn: hasSecondFactor(row), recoveryCodesLeft, lastSignInAt: row.lastSignInAt }
    },
    begin: () => beginUserTwoFactor(users, self().id),
    findPendingSecret: () => findPendingUserSecret(users, self().id),
    confirm: (code) => confirmUserTwoFactor(users, self().id, code, self().sessionId),
    remove: () => removeUserTwoFactor(platform, self().id),
    renewCodes: () => renewUserRecoveryCodes(platform, self().id),
  }
}

function requireSelf({ user }: AppContext) {
  if (!user) throw new Response(null, { status: 401 })
  return user
}

function toJoined<R>(result: { ok: true; userId: number } | R) {
  return typeof result === 'object' && result && 'userId' in result
    ? { ok: true as const, id: result.userId }
    : (result as Exclude<R, { ok: true }>)
}
