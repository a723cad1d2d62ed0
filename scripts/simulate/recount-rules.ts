/** Rules of the file, each as the rows that break it. */
type Rule = { name: string; sql: string }

export const ownerFaults: Rule[] = [
  {
    name: 'open conversations with neither owner nor place in the queue nor the assistant',
    sql: `select c.id from conversations c, company where c.status <> 'closed'
      and c.deleted_at is null and c.assigned_to is null and c.queued_at is null
      and not (company.ai_enabled = 1 and c.ai_state = 'on')`,
  },
  {
    name: 'open conversations owned by somebody who has left',
    sql: `select c.id from conversations c join members m on m.id = c.assigned_to
      where c.status <> 'closed' and m.status <> 'active'`,
  },
  {
    name: 'conversations both owned and queued',
    sql: `select id from conversations where assigned_to is not null and queued_at is not null`,
  },
  {
    name: 'closed conversations in the queue',
    sql: `select id from conversations where status = 'closed' and queued_at is not null`,
  },
  {
    name: 'agents with more than their capacity given by rule',
    sql: `select a.to_member_id from assignments a where a.by_kind = 'rule'
      and (select status from members where id = a.to_member_id) = 'active'
      group by a.to_member_id, a.at having count(*) > (select default_capacity from company)`,
  },
  {
    name: 'owners unlike the last line of their history',
    sql: `select c.id from conversations c where c.assigned_to is not
      (select a.to_member_id from assignments a where a.conversation_id = c.id order by a.id desc limit 1)
      and c.status <> 'closed'`,
  },
  {
    // Two conversations that became one keep the lines of both, side by side.
    name: 'lines of history that do not follow the one before',
    sql: `select id from (select id, from_member_id as giver,
        lag(to_member_id) over (partition by conversation_id order by id) as holder,
        row_number() over (partition by conversation_id order by id) as n from assignments
        where conversation_id not in (select survivor_id from conversation_merges))
      where n > 1 and giver is not holder`,
  },
]

const spoken = `m.type <> 'system'`

export const conversationFaults: Rule[] = [
  {
    name: 'customers with two open conversations on one line',
    sql: `select contact_id from conversations where status <> 'closed' and deleted_at is null
      group by contact_id, endpoint_id having count(*) > 1`,
  },
  {
    name: 'conversations of somebody who was merged away',
    sql: `select c.id from conversations c join contacts k on k.id = c.contact_id
      where k.merged_into is not null`,
  },
  {
    name: 'conversations whose last moment is not that of their last message',
    sql: `select c.id from conversations c where c.last_message_at <> (select max(m.sort_at)
      from messages m where m.conversation_id = c.id)`,
  },
  {
    name: 'conversations whose last message is another one',
    sql: `select c.id from conversations c join messages m on m.id = c.last_message_id
      where m.conversation_id <> c.id or m.sort_at <> c.last_message_at`,
  },
  {
    name: 'conversations with a wrong mark of media',
    sql: `select c.id from conversations c where c.has_media <> exists (select 1 from message_media x
      join messages m on m.id = x.message_id where m.conversation_id = c.id)`,
  },
  {
    // What became one keeps waiting for the question of either, whichever was answered last.
    name: 'conversations that wait since another moment than their first unanswered message',
    sql: `select c.id from conversations c where c.status <> 'closed'
      and c.id not in (select survivor_id from conversation_merges) and c.unanswered_since is not
      (select min(m.sort_at) from messages m where m.conversation_id = c.id
        and m.direction = 'inbound' and ${spoken} and m.id > coalesce((select max(o.id)
          from messages o where o.conversation_id = c.id and o.direction = 'outbound'
            and o.author_kind in ('member', 'phone', 'ai')), 0))`,
  },
  {
    name: 'conversations with another score than their customer',
    sql: `select c.id from conversations c join contacts k on k.id = c.contact_id
      where c.score <> k.score`,
  },
  {
    name: 'customers whose last moment is not that of their last message',
    sql: `select k.id from contacts k where k.merged_into is null and k.last_message_at is not
      (select max(m.sort_at) from messages m join conversations c on c.id = m.conversation_id
        where c.contact_id = k.id)`,
  },
  {
    name: 'closed conversations without an outcome or a time',
    sql: `select id from conversations where status = 'closed' and deleted_at is null
      and (closed_at is null or outcome = 'none')`,
  },
  {
    name: 'won conversations without their sale',
    sql: `select c.id from conversations c where c.status = 'closed' and c.outcome = 'won'
      and not exists (select 1 from sales s where s.conversation_id = c.id)`,
  },
]
