/** An identity as people write it: a number with its plus, a username with its at sign. */
export function toIdentityText(identity: { kind: string; externalId: string }): string {
  const { kind, externalId } = identity
  if (kind === 'phone') return `+${externalId}`
  return kind === 'username' ? `@${externalId}` : externalId
}
