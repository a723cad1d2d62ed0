import { readFileText } from './read-file.server.ts'
import { readPage } from './read-page.server.ts'
import type { FileToRead, PageToRead } from './reading.ts'

// A process of its own: what a hostile file does to it, it does to nothing else.
process.on('message', (message: { id: number; request: FileToRead | PageToRead }) => {
  const { id, request } = message
  const read = request.kind === 'file' ? readFileText(request.bytes) : readPage(request)
  void Promise.resolve(read).then((result) => process.send?.({ id, result }))
})
