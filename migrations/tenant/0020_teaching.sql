-- Where a document comes from: typed in, a file, or a page of the company's website.
alter table documents add column origin text not null default 'written'
  check (origin in ('written', 'file', 'page'));
-- what the file turned out to be, and its pages where the format has them
alter table documents add column format text;
alter table documents add column pages integer;
alter table documents add column url text;
-- the version that is being read, or that was read last
alter table documents add column reading_version integer;
-- when the reading began; none while it waits
alter table documents add column started_at integer;
create unique index documents_by_url on documents (url) where url is not null;

-- What a document was, so that one can look back and go back. Text comes with the reading.
create table document_versions (
  id integer primary key,
  document_id integer not null references documents(id) on delete cascade,
  number integer not null,
  file_id integer references files(id),
  text text,
  pages integer,
  format text,
  -- the version this one is a copy of
  restored_from integer,
  member_id integer references members(id),
  created_at integer not null,
  unique (document_id, number)
) strict;
create index document_versions_by_file on document_versions (file_id) where file_id is not null;

insert into document_versions (document_id, number, file_id, text, created_at)
  select id, 1, file_id, text, updated_at from documents;
update documents set reading_version = 1;

-- On which page a passage stands, and the address where anybody can read it.
alter table passages add column page integer;
alter table passages add column url text;
alter table ai_answer_sources add column page integer;
alter table ai_answer_sources add column url text;
-- what a source was used for, newest answer first
create index ai_answer_sources_by_source on ai_answer_sources (source_kind, source_id, answer_id, is_cited);

-- A website that is read: where it begins, how far, how often.
create table websites (
  id integer primary key,
  start_url text not null unique,
  depth_max integer not null,
  pages_max integer not null,
  -- days until it is read again; none: only when somebody asks
  every_days integer,
  state text not null check (state in ('reading', 'read', 'failed', 'cancelled')),
  failure_reason text,
  -- counts the readings; a page that was read before and is refused now is gone
  run integer not null default 0,
  robots text,
  started_at integer,
  finished_at integer,
  next_run_at integer,
  created_by_member_id integer references members(id),
  created_at integer not null
) strict;

create table website_pages (
  id integer primary key,
  website_id integer not null references websites(id) on delete cascade,
  url text not null,
  depth integer not null,
  -- waiting: still to be read in this run
  state text not null check (state in ('waiting', 'read', 'skipped', 'failed', 'gone')),
  reason text,
  -- what the newest reading found beside the one before
  change text check (change in ('new', 'changed', 'same', 'gone')),
  document_id integer references documents(id) on delete set null,
  text_hash text,
  attempts integer not null default 0,
  run integer not null,
  read_at integer,
  changed_at integer,
  unique (website_id, url)
) strict;
create index website_pages_waiting on website_pages (website_id, state, depth, id);
create index website_pages_by_document on website_pages (document_id) where document_id is not null;
