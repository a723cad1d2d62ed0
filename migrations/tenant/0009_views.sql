-- snoozing: wakes at a time, or with the customer's next message
alter table conversations add column snoozed_until integer;
alter table conversations add column snoozed_by integer references members(id);
create index conversations_snoozed on conversations (snoozed_until, id) where status = 'snoozed';
-- the oldest customer message that nobody has answered yet, provider time; null when answered
alter table conversations add column unanswered_since integer;
create index conversations_unanswered on conversations (unanswered_since, id) where unanswered_since is not null and status <> 'closed';
alter table conversations add column has_media integer not null default 0;

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
