-- Questions: a category, a language, further ways to ask, and the pair in other languages.
alter table faqs add column category text not null default '' collate nocase;
alter table faqs add column language text;
create index faqs_by_category on faqs (category, updated_at, id);
create table faq_phrasings (
  faq_id integer not null references faqs(id) on delete cascade,
  ordinal integer not null,
  text text not null,
  primary key (faq_id, ordinal)
) strict, without rowid;
create table faq_translations (
  faq_id integer not null references faqs(id) on delete cascade,
  language text not null,
  question text not null,
  answer text not null,
  primary key (faq_id, language)
) strict, without rowid;

-- What staff say is so, and until when.
create table staff_facts (
  id integer primary key,
  about text not null,
  statement text not null,
  -- the first moment it does not hold any more; none: until it is taken back
  expires_at integer,
  said_by_member_id integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
create index staff_facts_by_update on staff_facts (updated_at, id);

create table guidelines (
  id integer primary key,
  kind text not null check (kind in ('do', 'dont')),
  text text not null,
  is_active integer not null default 1,
  created_by_member_id integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
create index guidelines_by_update on guidelines (updated_at, id);

create table sample_conversations (
  id integer primary key,
  title text not null,
  -- [{by: 'customer' | 'company', text}]
  turns_json text not null,
  is_active integer not null default 1,
  created_by_member_id integer references members(id),
  created_at integer not null,
  updated_at integer not null
) strict;
create index sample_conversations_by_update on sample_conversations (updated_at, id);

-- How the assistant speaks beyond its name and tone; null: as the standard.
alter table company add column ai_voice_json text;
-- Guidelines and samples in use, as the prompt reads them: written with each change of theirs.
alter table company add column ai_teaching_json text;

-- Passages may be facts, have a language and an end. A check cannot be widened in place, so the
-- table is made anew; ids stay, and with them vectors and the words' index.
create table passages_wide (
  id integer primary key autoincrement,
  source_kind text not null check (source_kind in ('faq', 'document', 'product', 'fact')),
  source_id integer not null,
  ordinal integer not null default 0,
  title text not null,
  text text not null,
  text_hash text not null,
  updated_at integer not null,
  page integer,
  url text,
  language text,
  expires_at integer,
  unique (source_kind, source_id, ordinal)
) strict;
insert into passages_wide (id, source_kind, source_id, ordinal, title, text, text_hash, updated_at, page, url)
  select id, source_kind, source_id, ordinal, title, text, text_hash, updated_at, page, url from passages;
delete from sqlite_sequence where name = 'passages_wide';
insert into sqlite_sequence (name, seq)
  select 'passages_wide', seq from sqlite_sequence where name = 'passages';
create table vectors_kept (model_id integer, passage_id integer, vector blob, revision integer);
insert into vectors_kept select model_id, passage_id, vector, revision from passage_vectors;
drop table passage_vectors;
drop table passages;
alter table passages_wide rename to passages;
create trigger passages_fts_insert after insert on passages begin
  insert into passages_fts (rowid, title, text) values (new.id, new.title, new.text);
  insert into knowledge_state (id, passages_revision) values (1, 1)
    on conflict (id) do update set passages_revision = passages_revision + 1;
end;
create trigger passages_fts_delete after delete on passages begin
  insert into passages_fts (passages_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
  insert into knowledge_state (id, passages_revision) values (1, 1)
    on conflict (id) do update set passages_revision = passages_revision + 1;
end;
create trigger passages_fts_update after update of title, text on passages begin
  insert into passages_fts (passages_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
  insert into passages_fts (rowid, title, text) values (new.id, new.title, new.text);
end;
create table passage_vectors (
  model_id integer not null references embedding_models(id) on delete cascade,
  passage_id integer not null references passages(id) on delete cascade,
  -- float32, unit length
  vector blob not null,
  revision integer not null,
  primary key (model_id, passage_id)
) strict;
insert into passage_vectors (model_id, passage_id, vector, revision)
  select model_id, passage_id, vector, revision from vectors_kept;
drop table vectors_kept;
create index passage_vectors_by_passage on passage_vectors (passage_id);
create index passage_vectors_by_revision on passage_vectors (model_id, revision);

-- What the newest look at all knowledge found: whether standard questions find a passage, and
-- what two sources state differently.
create table knowledge_checks (
  id integer primary key check (id = 1),
  asked_at integer,
  finished_at integer
) strict;
create table knowledge_coverage (
  question text primary key,
  ordinal integer not null,
  confidence real not null,
  source_kind text,
  source_id integer,
  title text
) strict, without rowid;
create table knowledge_conflicts (
  id integer primary key,
  -- the two statements, so that one that was called fine is not brought up again
  key text not null unique,
  kind text not null check (kind in ('price', 'time', 'share', 'amount')),
  left_kind text not null,
  left_id integer not null,
  left_title text not null,
  left_text text not null,
  right_kind text not null,
  right_id integer not null,
  right_title text not null,
  right_text text not null,
  state text not null default 'open' check (state in ('open', 'fine')),
  settled_by_member_id integer references members(id),
  found_at integer not null
) strict;
create index knowledge_conflicts_open on knowledge_conflicts (id) where state = 'open';

-- Questions that nothing answered: those of customers are answers' own, those of the playground here.
create index ai_answers_unanswered on ai_answers (id)
  where outcome_reason in ('no_answer', 'low_confidence');
create table closed_gaps (
  answer_id integer primary key references ai_answers(id) on delete cascade,
  closed_at integer not null
) strict;
create table tried_gaps (
  id integer primary key,
  question text not null collate nocase unique,
  asked_at integer not null
) strict;

-- A reading that was interrupted past its last attempt has failed, and says so.
create trigger document_reading_lost after update of state on jobs
  when new.state = 'failed' and new.kind = 'document.read' begin
  update documents set status = 'failed', failure_reason = 'interrupted', started_at = null
    where id = json_extract(new.payload_json, '$.documentId') and status = 'processing'
      and reading_version = json_extract(new.payload_json, '$.version');
end;
create trigger website_reading_lost after update of state on jobs
  when new.state = 'failed' and new.kind = 'website.read' begin
  update websites set state = 'failed', failure_reason = 'interrupted', finished_at = new.finished_at
    where id = json_extract(new.payload_json, '$.websiteId') and state = 'reading'
      and run = json_extract(new.payload_json, '$.run');
end;
