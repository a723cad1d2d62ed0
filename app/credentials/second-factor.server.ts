import { makeRecoveryCodes, takeRecoveryCode } from './recovery-codes.server.ts'
import { checkTotp } from './totp.server.ts'

/** The columns of a person that hold the second step, the same for members and platform users. */
export type SecondFactor = {
  totpSecretEncrypted: string | null
  totpConfirmedAt: number | null
  totpLastStep: number | null
  recoveryCodesJson: string | null
}

export const noSecondFactor: SecondFactor = {
  totpSecretEncrypted: null,
  totpConfirmedAt: null,
  totpLastStep: null,
  recoveryCodesJson: null,
}

/** Whether the password alone is not enough for this person. */
export function hasSecondFactor(person: SecondFactor): boolean {
  return person.totpConfirmedAt !== null && person.totpSecretEncrypted !== null
}

/**
 * Turns the second step on when the first code is right.
 *
 * @returns what to write and the recovery codes to show once
 */
export function confirmSecondFactor(
  secret: string,
  code: string,
): { change: Partial<SecondFactor>; codes: string[] } | undefined {
  const totpLastStep = checkTotp(secret, code, null)
  if (totpLastStep === undefined) return undefined
  const { codes, hashesJson } = makeRecoveryCodes()
  return {
    change: { totpConfirmedAt: Date.now(), totpLastStep, recoveryCodesJson: hashesJson },
    codes,
  }
}

/**
 * Checks a code from the app or a recovery code, each good for one time.
 *
 * @returns what to write so that it cannot be used again, or undefined when it is wrong
 */
export function passSecondFactor(
  person: SecondFactor,
  secret: string,
  code: string,
): Partial<SecondFactor> | undefined {
  const totpLastStep = checkTotp(secret, code, person.totpLastStep)
  if (totpLastStep !== undefined) return { totpLastStep }
  const recoveryCodesJson = takeRecoveryCode(person.recoveryCodesJson, code)
  return recoveryCodesJson === undefined ? undefined : { recoveryCodesJson }
}
