-- snoozing: wakes at a time, or with the customer's next message
alter table conversations add column snoozed_until integer;
alter table conversations add column snoozed_by integer references members(id);
create index conversations_snoozed on conversations (snoozed_until, id) where status = 'snoozed';
-- the oldest customer message that nobody has answered yet, provider time; null when answered
alter table conversations add column unanswered_since integer;
create index conversations_unanswered on conversations (unanswered_since, id) where unanswered_since is not null and status <> 'closed';
update conversations set unanswered_since = (
  select min(m.sort_at) from messages m
  where m.conversation_id = conversations.id and m.author_kind = 'contact' and m.sort_at > coalesce((
    select max(o.sort_at) from messages o
    where o.conversation_id = conversations.id and o.author_kind in ('member', 'phone', 'ai')), 0))
  where status <> 'closed';
-- "longest waiting" as one walk: who waits for us first, oldest first, then the others, newest first
alter table conversations add column wait_order integer
  generated always as (coalesce(unanswered_since, 9000000000000000 - last_message_at)) virtual;
create index conversations_by_wait on conversations (is_open, wait_order, id);
alter table conversations add column has_media integer not null default 0;
update conversations set has_media = 1 where id in (
  select m.conversation_id from message_media f join messages m on m.id = f.message_id);
create index conversations_with_media on conversations (id) where has_media = 1;
create index conversations_by_priority on conversations (priority_id, id) where priority_id is not null;
create index conversations_by_channel on conversations (channel, id);

-- Deleted is closed and out of everybody's reach; it can be taken back for 30 days.
alter table conversations add column deleted_at integer;
alter table conversations add column deleted_by integer references members(id);
create index conversations_deleted on conversations (deleted_at, id) where deleted_at is not null;

-- Two views of their own; the other open ones are one walk along conversations_by_activity.
create index conversations_waiting on conversations (last_message_at desc, id desc) where status = 'waiting';
create index conversations_asleep on conversations (last_message_at desc, id desc) where status = 'snoozed';

-- The contact's score, here for sorting and filtering.
alter table conversations add column score integer not null default 50;
update conversations set score = (select c.score from contacts c where c.id = contact_id);
create index conversations_by_score on conversations (is_open, score desc, id desc);
create trigger conversations_score_changed after update of score on contacts when new.score <> old.score begin
  update conversations set score = new.score where contact_id = new.id;
end;
create trigger conversations_score_new after insert on conversations begin
  update conversations set score = (select c.score from contacts c where c.id = new.contact_id)
    where id = new.id and score <> (select c.score from contacts c where c.id = new.contact_id);
end;
create trigger conversations_score_moved after update of contact_id on conversations when new.contact_id <> old.contact_id begin
  update conversations set score = (select c.score from contacts c where c.id = new.contact_id) where id = new.id;
end;

create table saved_views (
  id integer primary key,
  member_id integer not null references members(id) on delete cascade,
  name text not null,
  is_shared integer not null default 0,
  -- the view's address query
  query text not null,
  created_at integer not null
) strict;
create index saved_views_by_member on saved_views (member_id, id);

create virtual table notes_fts using fts5 (
  text, content = 'notes', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger notes_fts_insert after insert on notes begin
  insert into notes_fts (rowid, text) values (new.id, new.text);
end;
create trigger notes_fts_delete after delete on notes begin
  insert into notes_fts (notes_fts, rowid, text) values ('delete', old.id, old.text);
end;
create trigger notes_fts_update after update of text on notes begin
  insert into notes_fts (notes_fts, rowid, text) values ('delete', old.id, old.text);
  insert into notes_fts (rowid, text) values (new.id, new.text);
end;
insert into notes_fts (rowid, text) select id, text from notes;

-- idle conversations are closed after so many hours without a message; null never
alter table company add column idle_close_hours integer;

-- What one person did to ticked rows: its outcome per row, and the way back.
create table bulk_actions (
  id integer primary key,
  member_id integer not null references members(id) on delete cascade,
  kind text not null,
  -- list of {id, reason} or {id, before}
  rows_json text not null,
  created_at integer not null,
  undone_at integer
) strict;
create index bulk_actions_by_age on bulk_actions (created_at);
