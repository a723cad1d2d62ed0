create table lead_stages (
  id integer primary key,
  name text not null collate nocase unique,
  position integer not null,
  kind text not null default 'open' check (kind in ('open', 'won', 'lost')),
  probability integer not null default 0 check (probability between 0 and 100),
  archived_at integer
) strict;

create table leads (
  id integer primary key,
  contact_id integer not null references contacts(id),
  conversation_id integer references conversations(id) on delete set null,
  stage_id integer not null references lead_stages(id),
  -- order inside a stage, smallest on top
  position real not null,
  title text not null default '',
  value_minor integer,
  currency text not null,
  -- null takes the stage's
  probability integer check (probability between 0 and 100),
  expected_on text,
  owner_id integer references members(id),
  next_action text not null default '',
  next_action_at integer,
  source text not null default '',
  lost_reason text not null default '',
  created_at integer not null,
  updated_at integer not null,
  stage_changed_at integer not null,
  closed_at integer
) strict;
create index leads_by_stage on leads (stage_id, position, id);
create index leads_by_contact on leads (contact_id, id);
create index leads_by_owner on leads (owner_id, id);
create index leads_by_update on leads (updated_at desc, id desc);

create table lead_stage_changes (
  id integer primary key,
  lead_id integer not null references leads(id) on delete cascade,
  from_stage_id integer references lead_stages(id),
  to_stage_id integer not null references lead_stages(id),
  by_kind text not null check (by_kind in ('member', 'ai', 'system')),
  by_member_id integer references members(id),
  at integer not null
) strict;
create index lead_stage_changes_by_lead on lead_stage_changes (lead_id, id);
create index lead_stage_changes_by_time on lead_stage_changes (at);

create table lead_field_values (
  lead_id integer not null references leads(id) on delete cascade,
  -- a key of the industry's lead fields
  field text not null,
  value text not null,
  source text not null check (source in ('ai', 'member')),
  message_id integer references messages(id) on delete set null,
  state text not null default 'proposed' check (state in ('proposed', 'confirmed', 'rejected')),
  by_member_id integer references members(id),
  updated_at integer not null,
  -- what the assistant read after a person had decided; shown beside, never in place of it
  suggested_value text,
  suggested_message_id integer references messages(id) on delete set null,
  primary key (lead_id, field)
) strict, without rowid;

create table lead_field_changes (
  id integer primary key,
  lead_id integer not null references leads(id) on delete cascade,
  field text not null,
  action text not null check (action in ('read', 'suggested', 'confirmed', 'corrected', 'cleared', 'dismissed')),
  value text not null,
  message_id integer references messages(id) on delete set null,
  by_member_id integer references members(id),
  at integer not null
) strict;
create index lead_field_changes_by_field on lead_field_changes (lead_id, field, id desc);

-- how far a conversation was read for a lead, and who is reading it now
create table lead_readings (
  lead_id integer not null references leads(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  read_to integer not null default 0,
  reading_until integer not null default 0,
  outcome text,
  at integer,
  primary key (lead_id, conversation_id)
) strict, without rowid;

create table score_history (
  id integer primary key,
  contact_id integer not null references contacts(id) on delete cascade,
  score integer not null,
  score_color text not null,
  at integer not null
) strict;
create index score_history_by_contact on score_history (contact_id, id desc);

-- what a conversation may be about to ask for a skill, one inquiry type per line; and whether
-- an unhappy customer asks for it
alter table skills add column inquiry_types text not null default '';
alter table skills add column for_unhappy integer not null default 0;

-- what tenants-template/seed.sql gives to new companies
insert into lead_stages (name, position, kind, probability) values
  ('New', 1, 'open', 10), ('Contacted', 2, 'open', 20), ('Qualified', 3, 'open', 40),
  ('Proposal Sent', 4, 'open', 60), ('Negotiation', 5, 'open', 80), ('Won', 6, 'won', 100), ('Lost', 7, 'lost', 0);
