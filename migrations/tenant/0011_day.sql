create table macros (
  id integer primary key,
  name text not null collate nocase unique,
  -- list of {kind, …}
  actions_json text not null,
  department_id integer references departments(id),
  created_by integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;

create table note_mentions (
  note_id integer not null references notes(id) on delete cascade,
  member_id integer not null references members(id) on delete cascade,
  conversation_id integer not null references conversations(id) on delete cascade,
  at integer not null,
  read_at integer,
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
  due_at integer not null,
  reminded_at integer,
  done_at integer,
  created_by integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
create index tasks_by_member on tasks (member_id, due_at, id) where done_at is null;
create index tasks_by_contact on tasks (contact_id, due_at) where contact_id is not null;
create index tasks_by_conversation on tasks (conversation_id, due_at) where conversation_id is not null;
create index tasks_due on tasks (due_at, id) where done_at is null and reminded_at is null;

alter table message_templates add column submitted_by integer references members(id);
alter table message_templates add column rejected_reason text;
