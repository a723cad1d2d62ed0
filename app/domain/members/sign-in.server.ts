import { eq } from 'drizzle-orm'
import { isPasswordRight } from '#app/credentials/passwords.server.ts'
import { hasSecondFactor } from '#app/credentials/second-factor.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findMemberByEmail, getMember } from './find.server.ts'
import type { Member } from './find.server.ts'
import { noteSignInFailed } from './note-access.server.ts'
import { members } from './schema.server.ts'
import { createSession } from './sessions.server.ts'
import type { Client } from './sessions.server.ts'
import { passMemberSecondFactor } from './two-factor.server.ts'
import {
  findWaitingSession,
  pickUpSession,
  startWaitingSession,
} from './waiting-sessions.server.ts'

export type SignIn = { step: 'session' | 'second_step'; token: string }

/** The active member whose e-mail and password these are. Unknown ones take as long. */
export async function checkCredentials(
  db: TenantDb,
  given: { email: string | undefined; password: string; ip: string | null },
): Promise<Member | undefined> {
  const { email, password, ip } = given
  const member = email === undefined ? undefined : findMemberByEmail(db, email)
  const hash = member?.status === 'active' ? member.passwordHash : null
  if (await isPasswordRight(hash, password)) return member
  if (member) noteSignInFailed(db, member.id, { step: 'password', ip })
  return undefined
}

/** After the password: a session, or one that waits for the second step. */
export function signIn(db: TenantDb, memberId: number, client: Client): SignIn {
  return inTransaction(db, () => {
    if (hasSecondFactor(getMember(db, memberId))) {
      return {
        step: 'second_step',
        token: startWaitingSession(db, memberId, 'second_step', client),
      }
    }
    noteSignIn(db, memberId)
    return { step: 'session', token: createSession(db, memberId, client) }
  })
}

/** The second step. @returns the session's token, or undefined when code or waiting are no good */
export function finishSignIn(
  db: TenantDb,
  waitingToken: string,
  given: { code: string; ip: string | null },
): string | undefined {
  return inTransaction(db, () => {
    const memberId = findWaitingSession(db, 'second_step', waitingToken)
    if (memberId === undefined) return undefined
    if (!passMemberSecondFactor(db, memberId, given.code)) {
      noteSignInFailed(db, memberId, { step: 'code', ip: given.ip })
      return undefined
    }
    noteSignIn(db, memberId)
    return pickUpSession(db, 'second_step', waitingToken)
  })
}

/** Follows the link from the app host right after signing up. */
export function takeHandOver(db: TenantDb, token: string): string | undefined {
  return inTransaction(db, () => {
    const memberId = findWaitingSession(db, 'hand_over', token)
    if (memberId === undefined) return undefined
    noteSignIn(db, memberId)
    return pickUpSession(db, 'hand_over', token)
  })
}

function noteSignIn(db: TenantDb, memberId: number): void {
  const { name } = getMember(db, memberId)
  db.update(members).set({ lastSignInAt: Date.now() }).where(eq(members.id, memberId)).run()
  const actor = { kind: 'member', id: memberId, name } as const
  recordAudit(db, actor, { action: 'member.signed_in', subjectKind: 'member', subjectId: memberId })
}
