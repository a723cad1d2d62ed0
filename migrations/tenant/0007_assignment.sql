alter table company add column assignment_strategy text not null default 'manual'
  check (assignment_strategy in ('manual', 'round_robin', 'workload', 'expertise'));
-- when a conversation joins the queue: as soon as it opens, or once the AI has handed it over
alter table company add column queue_when text not null default 'needs_person'
  check (queue_when in ('always', 'needs_person'));
alter table company add column default_capacity integer not null default 20;
alter table company add column auto_away_minutes integer not null default 15;
alter table company add column direct_transfer integer not null default 0;
alter table company add column out_of_hours_message text not null default '';
-- 1: also while the AI answers; 0: only what a person would have to answer
alter table company add column out_of_hours_with_ai integer not null default 0;
alter table company add column shows_rank integer not null default 0;

-- null follows the company
alter table endpoints add column assignment_strategy text
  check (assignment_strategy in ('manual', 'round_robin', 'workload', 'expertise'));

create table holidays (
  -- yyyy-mm-dd in the company's zone
  day text primary key,
  name text not null
) strict, without rowid;

create table departments (
  id integer primary key,
  name text not null collate nocase unique,
  created_at integer not null
) strict;

create table skills (
  id integer primary key,
  name text not null collate nocase unique,
  -- a conversation needs the skill when the customer uses one of these words, one per line
  words text not null default '',
  created_at integer not null
) strict;

-- null takes the company's default
alter table members add column capacity integer;
alter table members add column department_id integer references departments(id);
alter table members add column title text not null default '';

create table member_skills (
  member_id integer not null references members(id) on delete cascade,
  skill_id integer not null references skills(id) on delete cascade,
  primary key (member_id, skill_id)
) strict, without rowid;
create index member_skills_by_skill on member_skills (skill_id);

create table member_presence (
  member_id integer primary key references members(id) on delete cascade,
  -- what the person chose; the state shown also asks when they were last there
  chosen text not null default 'online' check (chosen in ('online', 'busy', 'away', 'offline')),
  last_active_at integer not null default 0,
  updated_at integer not null
) strict;

create table priorities (
  id integer primary key,
  name text not null collate nocase unique,
  -- 1 is the most urgent
  rank integer not null,
  color text not null default 'neutral',
  is_default integer not null default 0,
  first_reply_minutes integer,
  next_reply_minutes integer,
  resolution_minutes integer,
  created_at integer not null
) strict;

create table tags (
  id integer primary key,
  name text not null collate nocase unique,
  color text not null default 'neutral',
  created_at integer not null
) strict;
create table conversation_tags (
  conversation_id integer not null references conversations(id) on delete cascade,
  tag_id integer not null references tags(id) on delete cascade,
  at integer not null,
  primary key (conversation_id, tag_id)
) strict, without rowid;
create index conversation_tags_by_tag on conversation_tags (tag_id, conversation_id);

alter table conversations add column priority_id integer references priorities(id);
-- waits for a person to own it since then; null when owned, closed or with the AI
alter table conversations add column queued_at integer;
create index conversations_queued on conversations (queued_at, id)
  where queued_at is not null and assigned_to is null and status <> 'closed';

update conversations set queued_at = coalesce(needs_person_at, last_message_at)
  where status <> 'closed' and assigned_to is null
    and (ai_state <> 'on' or exists (select 1 from company where ai_enabled = 0));

create table assignments (
  id integer primary key,
  conversation_id integer not null references conversations(id) on delete cascade,
  from_member_id integer references members(id),
  to_member_id integer references members(id),
  by_kind text not null check (by_kind in ('member', 'rule', 'system', 'ai', 'phone', 'api')),
  by_member_id integer references members(id),
  -- the strategy or the transfer that led here
  rule text,
  reason text not null default '',
  at integer not null
) strict;
create index assignments_by_conversation on assignments (conversation_id, id);
create index assignments_by_member on assignments (to_member_id, at);

insert into assignments (conversation_id, to_member_id, by_kind, by_member_id, at)
  select conversation_id, json_extract(data_json, '$.memberId'), actor_kind, actor_member_id, at
  from conversation_events
  where kind in ('assigned', 'unassigned') and actor_kind <> 'contact' order by id;

create table rotation (
  -- 0 is the company's, else an endpoint with a strategy of its own
  endpoint_id integer primary key,
  last_member_id integer not null
) strict;

-- what tenants-template/seed.sql gives to new companies
insert into priorities (name, rank, color, is_default, created_at) values
  ('Urgent', 1, 'bad', 0, 0), ('High', 2, 'warn', 0, 0), ('Normal', 3, 'neutral', 1, 0), ('Low', 4, 'neutral', 0, 0);
