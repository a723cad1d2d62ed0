-- What the company teaches: sources, the passages cut from them, and their vectors.
create table faqs (
  id integer primary key,
  question text not null collate nocase unique,
  answer text not null,
  is_active integer not null default 1,
  created_at integer not null,
  updated_at integer not null
) strict;

create index faqs_by_update on faqs (updated_at, id);

create table documents (
  id integer primary key,
  name text not null collate nocase unique,
  text text not null,
  file_id integer references files(id),
  status text not null default 'processed' check (status in ('processing', 'processed', 'failed')),
  failure_reason text,
  created_at integer not null,
  updated_at integer not null
) strict;

create index documents_by_update on documents (updated_at, id);

create table products (
  id integer primary key,
  sku text not null collate nocase unique,
  name text not null,
  description text not null default '',
  price_minor integer not null check (price_minor >= 0),
  currency text not null,
  stock integer,
  image_file_id integer references files(id),
  is_active integer not null default 1,
  created_at integer not null,
  updated_at integer not null
) strict;
create index products_by_update on products (updated_at, id);

-- Ids are never reused: a citation or a cached vector must not come to mean another text. A changed
-- text is a new passage.
create table passages (
  id integer primary key autoincrement,
  source_kind text not null check (source_kind in ('faq', 'document', 'product')),
  source_id integer not null,
  ordinal integer not null default 0,
  title text not null,
  text text not null,
  text_hash text not null,
  updated_at integer not null,
  unique (source_kind, source_id, ordinal)
) strict;

-- Counts passages added and removed, and batches of vectors, so that a searcher beside the server
-- knows what to read again. The row appears with the first change.
create table knowledge_state (
  id integer primary key check (id = 1),
  passages_revision integer not null default 0,
  vectors_revision integer not null default 0
) strict;

create virtual table passages_fts using fts5 (
  title, text, content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
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

create virtual table passages_vocabulary using fts5vocab('passages_fts', 'row');

-- A fitted or remote embedder; vectors of different models are never compared.
create table embedding_models (
  id integer primary key,
  provider text not null,
  model text not null,
  dimensions integer not null,
  state text not null check (state in ('building', 'ready', 'retired')),
  fitted_passages integer not null default 0,
  -- knowledge_state.passages_revision when it was fitted
  fitted_revision integer not null default 0,
  -- how well vectors find the company's own passages, as a multiple of what bare words do, for short
  -- and for long questions
  fidelity_short real not null default 1,
  fidelity_long real not null default 1,
  parameters blob,
  created_at integer not null,
  ready_at integer
) strict;

create table passage_vectors (
  model_id integer not null references embedding_models(id) on delete cascade,
  passage_id integer not null references passages(id) on delete cascade,
  -- float32, unit length
  vector blob not null,
  revision integer not null,
  primary key (model_id, passage_id)
) strict;
create index passage_vectors_by_passage on passage_vectors (passage_id);
create index passage_vectors_by_revision on passage_vectors (model_id, revision);
