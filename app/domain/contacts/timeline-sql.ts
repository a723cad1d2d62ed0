const DAY_MS = 86_400_000

/**
 * One row per thing that happened. Each part goes in by an index on the contact or on one of its
 * conversations; `conv` holds those within reach.
 */
export const timelineSql = `
with conv(id) as (select value from json_each(:ids)),
happened(at, kind, ref, conversation_id, member_id, data) as (
  select max(m.sort_at), 'messages', max(m.id), m.conversation_id, null,
    json_object('inbound', sum(m.direction = 'inbound'), 'outbound', sum(m.direction = 'outbound'))
  from messages m where m.conversation_id in (select id from conv)
  group by m.conversation_id, (m.sort_at + cast(:dayOffsetMs as integer)) / ${DAY_MS}
  union all
  select e.at, 'event', e.id, e.conversation_id, e.actor_member_id,
    json_object('event', e.kind, 'actorKind', e.actor_kind, 'data', json(e.data_json))
  from conversation_events e where e.conversation_id in (select id from conv)
    and e.kind not in ('consent_withdrawn', 'consent_granted')
  union all
  select s.at, 'sale', s.id, case when s.conversation_id in (select id from conv) then s.conversation_id end,
    s.member_id, json_object('amountMinor', s.amount_minor, 'currency', s.currency,
      'isVoided', s.voided_at is not null)
  from sales s where s.contact_id = :contactId
    and (:everything or s.conversation_id in (select id from conv))
  union all
  select h.at, 'score', h.id, null, null, json_object('score', h.score, 'color', h.score_color)
  from score_history h where h.contact_id = :contactId
  union all
  select c.at, 'consent', c.id, null, c.member_id, json_object('state', c.state,
    'category', c.category, 'source', c.source, 'channel', c.channel)
  from contact_consent_changes c where c.contact_id = :contactId
  union all
  select g.at, 'merge', g.id, null, g.by_member_id,
    json_object('name', json_extract(g.undo_json, '$.mergedName'), 'isUndone', g.undone_at is not null)
  from contact_merges g where g.survivor_id = :contactId
  union all
  select n.created_at, 'note', n.id, null, n.member_id, json_object('text', n.text)
  from contact_notes n where n.contact_id = :contactId and n.deleted_at is null
  union all
  select l.created_at, 'lead', l.id, null, l.owner_id, json_object('title', l.title)
  from leads l where l.contact_id = :contactId
  union all
  select x.at, 'stage', x.id, null, x.by_member_id,
    json_object('title', l.title, 'stage', st.name, 'byKind', x.by_kind)
  from leads l join lead_stage_changes x on x.lead_id = l.id
    join lead_stages st on st.id = x.to_stage_id
  where l.contact_id = :contactId and x.from_stage_id is not null
  union all
  select v.answered_at, 'csat', v.id, v.conversation_id, v.member_id, json_object('rating', v.rating)
  from csat_surveys v where v.conversation_id in (select id from conv) and v.answered_at is not null
  union all
  select created_at, 'created', id, null, created_by, '{}' from contacts where id = :contactId
)
select h.at, h.kind, h.ref, h.conversation_id as conversationId, cv.channel,
  mb.name as actorName, sb.name as subjectName, h.data
from happened h
left join conversations cv on cv.id = h.conversation_id
left join members mb on mb.id = h.member_id
left join members sb on h.kind = 'event' and sb.id = json_extract(h.data, '$.data.memberId')
where (h.at, h.kind, h.ref) < (:at, :kind, :ref)
order by h.at desc, h.kind desc, h.ref desc
limit :limit`
