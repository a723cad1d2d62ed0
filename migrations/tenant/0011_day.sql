create table macros (
  id integer primary key,
  name text not null collate nocase,
  -- list of {kind, …}
  actions_json text not null,
  -- whose it is: a department's, one person's own, or with neither the whole company's
  department_id integer references departments(id),
  owner_id integer references members(id) on delete cascade,
  created_by integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
create unique index macros_by_name on macros (name, coalesce(department_id, 0), coalesce(owner_id, 0));

-- what a macro did, once for each key: pressing twice runs it once
create table macro_runs (
  id integer primary key,
  macro_id integer references macros(id) on delete set null,
  conversation_id integer not null references conversations(id) on delete cascade,
  member_id integer not null references members(id) on delete cascade,
  run_key text not null,
  -- the kinds of its steps, in order
  steps_json text not null,
  at integer not null,
  unique (member_id, run_key)
) strict;
create index macro_runs_by_conversation on macro_runs (conversation_id, at);
create index macro_runs_by_macro on macro_runs (macro_id) where macro_id is not null;

create table note_mentions (
  note_id integer not null references notes(id) on delete cascade,
  member_id integer not null references members(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  at integer not null,
  read_at integer,
  -- when that member was told; null: they could not see the conversation then
  told_at integer,
  primary key (note_id, member_id)
) strict, without rowid;
create index note_mentions_by_member on note_mentions (member_id, at desc);
create index note_mentions_by_conversation on note_mentions (conversation_id, member_id);

create table tasks (
  id integer primary key,
  kind text not null check (kind in ('reminder', 'follow_up')),
  title text not null,
  member_id integer not null references members(id),
  conversation_id integer references conversations(id) on delete cascade,
  contact_id integer references contacts(id) on delete cascade,
  lead_id integer references leads(id) on delete cascade,
  due_at integer not null,
  reminded_at integer,
  done_at integer,
  -- gone for its member, who may take it back for a while
  deleted_at integer,
  created_by integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
create index tasks_by_member on tasks (member_id, due_at, id) where done_at is null and deleted_at is null;
create index tasks_done on tasks (member_id, done_at desc, id desc) where done_at is not null and deleted_at is null;
create index tasks_deleted on tasks (member_id, deleted_at) where deleted_at is not null;
create index tasks_by_lead on tasks (lead_id) where lead_id is not null;
create index tasks_by_contact on tasks (contact_id, due_at) where contact_id is not null;
create index tasks_by_conversation on tasks (conversation_id, due_at) where conversation_id is not null;
create index tasks_due on tasks (due_at, id) where done_at is null and reminded_at is null;

alter table message_templates add column submitted_by integer references members(id);
alter table message_templates add column rejected_reason text;
alter table message_templates add column submitted_at integer;
-- the file a header shows unless another is chosen, and what the vendor reviews
alter table message_templates add column header_file_id integer references files(id);
-- what is asked of the vendor and not done yet: {category, components, headerFileId}
alter table message_templates add column change_json text;
alter table message_templates add column change_state text
  check (change_state in ('submitting', 'failed', 'deleting'));
alter table message_templates add column change_reason text;
create index message_templates_by_file on message_templates (header_file_id) where header_file_id is not null;

-- who looks on at a conversation without taking part; the page asks for a fresh one
create table watches (
  member_id integer not null references members(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  at integer not null,
  primary key (member_id, conversation_id)
) strict, without rowid;
