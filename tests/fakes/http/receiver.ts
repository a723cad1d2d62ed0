import type { FakeReply, FakeRequest } from './exchange.ts'
import { json } from './exchange.ts'
import { listen } from './server.ts'

export type Receiver = {
  url: string
  requests: FakeRequest[]
  /** Change what it answers from now on. */
  answerWith(answer: (request: FakeRequest) => FakeReply | Promise<FakeReply>): void
  close(): Promise<void>
}

/** A webhook receiver that keeps every request, for tests of the fakes. */
export async function startReceiver(): Promise<Receiver> {
  const requests: FakeRequest[] = []
  let answer: (request: FakeRequest) => FakeReply | Promise<FakeReply> = () => json({})
  const server = await listen((request) => {
    requests.push(request)
    return answer(request)
  })
  return {
    url: server.url,
    requests,
    answerWith: (next) => void (answer = next),
    close: () => server.close(),
  }
}
