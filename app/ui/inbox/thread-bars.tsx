import { AssignedToYou } from '../assignment/ownership.tsx'
import { TransferBar } from '../transfers/transfer-bar.tsx'
import { MentionBar, useMentionRead } from './mention-bar.tsx'
import type { ThreadData } from './page-data.ts'

/** What colleagues want of this person here: a transfer, a mention, that it is theirs now. */
export function ThreadBars({ data }: { data: ThreadData }) {
  const { head, me } = data
  useMentionRead(data)
  return (
    <>
      <TransferBar key={`transfer-${head.id}`} data={data} />
      <MentionBar key={`mention-${head.id}`} data={data} />
      <AssignedToYou
        assignments={data.assignments}
        items={data.items}
        ownerId={head.assignedTo}
        me={me}
      />
    </>
  )
}
