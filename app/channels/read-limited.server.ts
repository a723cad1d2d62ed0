/**
 * Reads an answer's body up to a limit, whatever its headers promise.
 *
 * @returns undefined when it is larger
 */
export async function readLimited(
  response: Response,
  bytesMax: number,
): Promise<Buffer | undefined> {
  if (Number(response.headers.get('content-length') ?? 0) > bytesMax) {
    await response.body?.cancel()
    return undefined
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = response.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > bytesMax) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}
