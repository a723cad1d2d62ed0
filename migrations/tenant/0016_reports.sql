-- Reports are sums over facts. What they read is kept right by triggers, so that no writer of a
-- message, a closing or a sale can forget: each marks the quarter of an hour its fact lies in, and
-- the roll-up of a day with a marked quarter counts no longer. Every zone's days begin on a quarter.

-- What a conversation was like, one row each; times by trigger, words when they are read.
create table conversation_facts (
  conversation_id integer primary key references conversations(id) on delete cascade,
  -- the customer's first message
  first_inbound_at integer,
  -- the first answer to it: of anybody, of a person, of the assistant
  first_reply_id integer,
  first_reply_at integer,
  first_human_id integer,
  first_human_at integer,
  first_ai_at integer,
  -- when the assistant first gave it to people
  handed_over_at integer,
  -- whether the customer's first message came in business hours, by the hours of then
  asked_in_hours integer check (asked_in_hours in (0, 1)),
  sentiment text check (sentiment in ('positive', 'neutral', 'negative')),
  inquiry_type text
) strict;
create index conversation_facts_by_reply on conversation_facts (first_reply_at) where first_reply_at is not null;
create index conversation_facts_by_human on conversation_facts (first_human_at) where first_human_at is not null;
-- what the words of are still to be read
create index conversation_facts_unread on conversation_facts (conversation_id)
  where asked_in_hours is null and first_inbound_at is not null;

-- Products that came up: named by the customer, or in what the assistant's answer rests on.
create table conversation_products (
  conversation_id integer not null references conversations(id) on delete cascade,
  product_id integer not null,
  -- as it was called then
  name text not null,
  at integer not null,
  primary key (conversation_id, product_id)
) strict, without rowid;
create index conversation_products_by_time on conversation_products (at);

-- quarters of an hour since 1970 (ms / 900000) whose facts changed since their day was rolled up
create table report_dirty (
  quarter integer primary key
) strict;

create table report_days (
  -- which figure, see domain/analytics/metrics
  metric text not null,
  -- what it is split by: all, member, channel, product, hour, outcome …
  dimension text not null,
  -- yyyy-mm-dd in the company's zone
  day text not null,
  -- the value of that dimension, '' for all
  key text not null,
  count integer not null default 0,
  sum integer not null default 0,
  primary key (metric, dimension, day, key)
) strict, without rowid;
create index report_days_by_day on report_days (day);

-- under which settings the days were rolled up; with others none of them holds
create table report_state (
  id integer primary key check (id = 1),
  time_zone text not null,
  currency text not null,
  rolled_at integer not null
) strict;

-- The facts by time.
create index messages_by_time on messages (sort_at, direction, author_kind, author_member_id, endpoint_id, type);
create index conversations_by_creation on conversations (created_at);
create index conversation_events_by_kind on conversation_events (kind, at);
create index csat_by_sending on csat_surveys (sent_at) where sent_at is not null;
create index leads_by_creation on leads (created_at);
create index ai_answers_by_time on ai_answers (created_at);
-- Figures of now.
create index conversations_awake on conversations (assigned_to)
  where status in ('new', 'in_progress', 'waiting') and deleted_at is null;
create index contacts_by_color on contacts (score_color) where merged_into is null and deleted_at is null;

create view conversation_times as
select started.*,
  (select m.id from messages m where m.conversation_id = started.conversation_id
     and m.sort_at >= started.first_inbound_at and m.direction = 'outbound'
     and m.author_kind <> 'system' and m.type <> 'system' order by m.sort_at, m.id limit 1) as first_reply_id,
  (select m.id from messages m where m.conversation_id = started.conversation_id
     and m.sort_at >= started.first_inbound_at and m.direction = 'outbound'
     and m.author_kind in ('member', 'phone') and m.type <> 'system' order by m.sort_at, m.id limit 1) as first_human_id,
  (select m.sort_at from messages m where m.conversation_id = started.conversation_id
     and m.sort_at >= started.first_inbound_at and m.direction = 'outbound'
     and m.author_kind = 'ai' and m.type <> 'system' order by m.sort_at, m.id limit 1) as first_ai_at,
  (select min(e.at) from conversation_events e where e.conversation_id = started.conversation_id
     and e.kind = 'handed_over') as handed_over_at
from (
  select c.id as conversation_id,
    (select m.sort_at from messages m where m.conversation_id = c.id and m.direction = 'inbound'
       and m.type <> 'system' order by m.sort_at, m.id limit 1) as first_inbound_at
  from conversations c
) as started;

-- A conversation's times: looked up anew only by what can move them.
create trigger conversation_facts_message_insert after insert on messages when new.type <> 'system'
  and new.author_kind <> 'system' and not exists (
    select 1 from conversation_facts f where f.conversation_id = new.conversation_id and case new.direction
      when 'inbound' then f.first_inbound_at <= new.sort_at
      else f.first_inbound_at is null or new.sort_at < f.first_inbound_at or (f.first_reply_at <= new.sort_at
        and case new.author_kind when 'ai' then f.first_ai_at <= new.sort_at else f.first_human_at <= new.sort_at end)
      end) begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id = new.conversation_id
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
create trigger conversation_facts_message_update after update of conversation_id, sort_at, direction, author_kind, type on messages begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id in (old.conversation_id, new.conversation_id)
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
create trigger conversation_facts_message_delete after delete on messages when exists (
    select 1 from conversation_facts f where f.conversation_id = old.conversation_id
      and old.sort_at in (f.first_inbound_at, f.first_reply_at, f.first_human_at, f.first_ai_at)) begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id = old.conversation_id
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
create trigger conversation_facts_event_insert after insert on conversation_events when new.kind = 'handed_over' begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id = new.conversation_id
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
create trigger conversation_facts_event_update after update of conversation_id, at, kind on conversation_events when 'handed_over' in (old.kind, new.kind) begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id in (old.conversation_id, new.conversation_id)
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
create trigger conversation_facts_event_delete after delete on conversation_events when old.kind = 'handed_over' begin
  insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where t.conversation_id = old.conversation_id
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
end;
create trigger conversation_products_cited after insert on ai_answer_sources when new.source_kind = 'product' and new.is_cited = 1 begin
  insert into conversation_products (conversation_id, product_id, name, at)
  select a.conversation_id, new.source_id, new.title, a.created_at from ai_answers a
  where a.id = new.answer_id and a.conversation_id is not null on conflict do nothing;
end;

-- What happened in a quarter of an hour marks it.
create trigger report_messages_insert after insert on messages begin
  insert into report_dirty (quarter) values (new.sort_at / 900000) on conflict do nothing;
end;
create trigger report_messages_update after update of conversation_id, sort_at, direction, author_kind, author_member_id, endpoint_id, type on messages begin
  insert into report_dirty (quarter) values (old.sort_at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.sort_at / 900000) on conflict do nothing;
end;
create trigger report_messages_delete after delete on messages begin
  insert into report_dirty (quarter) values (old.sort_at / 900000) on conflict do nothing;
end;
create trigger report_conversations_insert after insert on conversations begin
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
create trigger report_conversations_update after update of created_at, channel, contact_id on conversations begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
create trigger report_conversations_delete after delete on conversations begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
end;
create trigger report_conversation_events_insert after insert on conversation_events when new.kind in ('opened', 'reopened', 'closed', 'handed_over') begin
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
create trigger report_conversation_events_update after update of conversation_id, kind, at, actor_kind, actor_member_id, data_json on conversation_events begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
create trigger report_conversation_events_delete after delete on conversation_events when old.kind in ('opened', 'reopened', 'closed', 'handed_over') begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
end;
create trigger report_conversation_facts_insert after insert on conversation_facts begin
  insert into report_dirty (quarter) select c.created_at / 900000 from conversations c where c.id = new.conversation_id on conflict do nothing;
  insert into report_dirty (quarter) select new.first_reply_at / 900000 where new.first_reply_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.first_human_at / 900000 where new.first_human_at is not null on conflict do nothing;
end;
create trigger report_conversation_facts_update after update of first_inbound_at, first_reply_id, first_human_id, first_ai_at, handed_over_at, asked_in_hours, sentiment, inquiry_type on conversation_facts begin
  insert into report_dirty (quarter) select c.created_at / 900000 from conversations c where c.id = old.conversation_id on conflict do nothing;
  insert into report_dirty (quarter) select c.created_at / 900000 from conversations c where c.id = new.conversation_id on conflict do nothing;
  insert into report_dirty (quarter) select old.first_reply_at / 900000 where old.first_reply_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.first_reply_at / 900000 where new.first_reply_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select old.first_human_at / 900000 where old.first_human_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.first_human_at / 900000 where new.first_human_at is not null on conflict do nothing;
end;
create trigger report_conversation_facts_delete after delete on conversation_facts begin
  insert into report_dirty (quarter) select c.created_at / 900000 from conversations c where c.id = old.conversation_id on conflict do nothing;
  insert into report_dirty (quarter) select old.first_reply_at / 900000 where old.first_reply_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select old.first_human_at / 900000 where old.first_human_at is not null on conflict do nothing;
end;
-- closings are split by it too
create trigger report_conversation_facts_hours after update of asked_in_hours on conversation_facts begin
  insert into report_dirty (quarter) select e.at / 900000 from conversation_events e
    where e.conversation_id = new.conversation_id and e.kind = 'closed' on conflict do nothing;
end;
create trigger report_conversation_products_insert after insert on conversation_products begin
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
create trigger report_conversation_products_update after update of conversation_id, name, at on conversation_products begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
create trigger report_conversation_products_delete after delete on conversation_products begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
end;
create trigger report_sales_insert after insert on sales begin
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
create trigger report_sales_update after update of conversation_id, contact_id, member_id, channel, amount_minor, currency, payment_method, at, voided_at on sales begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.at / 900000) on conflict do nothing;
end;
create trigger report_sales_delete after delete on sales begin
  insert into report_dirty (quarter) values (old.at / 900000) on conflict do nothing;
end;
create trigger report_sale_items_insert after insert on sale_items begin
  insert into report_dirty (quarter) select s.at / 900000 from sales s where s.id = new.sale_id on conflict do nothing;
end;
create trigger report_sale_items_update after update of sale_id, product_id, name, quantity, unit_price_minor on sale_items begin
  insert into report_dirty (quarter) select s.at / 900000 from sales s where s.id = old.sale_id on conflict do nothing;
  insert into report_dirty (quarter) select s.at / 900000 from sales s where s.id = new.sale_id on conflict do nothing;
end;
create trigger report_sale_items_delete after delete on sale_items begin
  insert into report_dirty (quarter) select s.at / 900000 from sales s where s.id = old.sale_id on conflict do nothing;
end;
create trigger report_csat_surveys_insert after insert on csat_surveys when coalesce(new.sent_at, new.answered_at) is not null begin
  insert into report_dirty (quarter) select new.sent_at / 900000 where new.sent_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.answered_at / 900000 where new.answered_at is not null on conflict do nothing;
end;
create trigger report_csat_surveys_update after update of conversation_id, member_id, channel, state, rating, sent_at, answered_at on csat_surveys begin
  insert into report_dirty (quarter) select old.sent_at / 900000 where old.sent_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.sent_at / 900000 where new.sent_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select old.answered_at / 900000 where old.answered_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select new.answered_at / 900000 where new.answered_at is not null on conflict do nothing;
end;
create trigger report_csat_surveys_delete after delete on csat_surveys when coalesce(old.sent_at, old.answered_at) is not null begin
  insert into report_dirty (quarter) select old.sent_at / 900000 where old.sent_at is not null on conflict do nothing;
  insert into report_dirty (quarter) select old.answered_at / 900000 where old.answered_at is not null on conflict do nothing;
end;
create trigger report_leads_insert after insert on leads begin
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
create trigger report_leads_update after update of created_at, stage_id, value_minor, currency, owner_id, source, contact_id on leads begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
create trigger report_leads_delete after delete on leads begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
end;
create trigger report_lead_stage_changes_insert after insert on lead_stage_changes begin
  insert into report_dirty (quarter) select l.created_at / 900000 from leads l where l.id = new.lead_id on conflict do nothing;
end;
create trigger report_lead_stage_changes_update after update of lead_id, to_stage_id on lead_stage_changes begin
  insert into report_dirty (quarter) select l.created_at / 900000 from leads l where l.id = old.lead_id on conflict do nothing;
  insert into report_dirty (quarter) select l.created_at / 900000 from leads l where l.id = new.lead_id on conflict do nothing;
end;
create trigger report_lead_stage_changes_delete after delete on lead_stage_changes begin
  insert into report_dirty (quarter) select l.created_at / 900000 from leads l where l.id = old.lead_id on conflict do nothing;
end;
create trigger report_ai_answers_insert after insert on ai_answers begin
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
create trigger report_ai_answers_update after update of conversation_id, outcome, reply, requested_by_member_id, created_at on ai_answers begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
  insert into report_dirty (quarter) values (new.created_at / 900000) on conflict do nothing;
end;
create trigger report_ai_answers_delete after delete on ai_answers begin
  insert into report_dirty (quarter) values (old.created_at / 900000) on conflict do nothing;
end;
create trigger report_lead_stages_update after update of position, kind on lead_stages when old.position <> new.position or old.kind <> new.kind begin
  insert into report_dirty (quarter) select distinct l.created_at / 900000 from leads l where true on conflict do nothing;
end;
-- a suggestion counts as used by what a person sends within the hour
create trigger report_suggestions_used after insert on messages when new.author_kind = 'member' begin
  insert into report_dirty (quarter) select a.created_at / 900000 from ai_answers a
    where a.conversation_id = new.conversation_id and a.outcome = 'suggested'
      and a.created_at > new.sort_at - 3600000 on conflict do nothing;
end;
create trigger report_suggestions_edited after update of text on messages when new.author_kind = 'member' begin
  insert into report_dirty (quarter) select a.created_at / 900000 from ai_answers a
    where a.conversation_id = new.conversation_id and a.outcome = 'suggested'
      and a.created_at > new.sort_at - 3600000 on conflict do nothing;
end;

-- What is there already.
insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id, first_reply_at,
    first_human_id, first_human_at, first_ai_at, handed_over_at)
  select t.conversation_id, t.first_inbound_at, t.first_reply_id,
    (select m.sort_at from messages m where m.id = t.first_reply_id), t.first_human_id,
    (select m.sort_at from messages m where m.id = t.first_human_id), t.first_ai_at, t.handed_over_at
  from conversation_times t where true
  on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
    first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
    first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
    first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
    asked_in_hours = case when first_inbound_at is excluded.first_inbound_at then asked_in_hours end;
insert into report_dirty (quarter) select distinct sort_at / 900000 from messages where true on conflict do nothing;
insert into report_dirty (quarter) select distinct created_at / 900000 from conversations where true on conflict do nothing;
insert into report_dirty (quarter) select distinct at / 900000 from conversation_events where true on conflict do nothing;
insert into report_dirty (quarter) select distinct created_at / 900000 from ai_answers where true on conflict do nothing;
