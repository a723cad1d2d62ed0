-- What the company teaches: sources, the passages cut from them, and their vectors.
create table faqs (
  id integer primary key,
  question text not null collate nocase unique,
  answer text not null,
  is_active integer not null default 1,
  created_at integer not null,
  updated_at integer not null
) strict;

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
create index products_by_name on products (name collate nocase, id);

create table passages (
  id integer primary key,
  source_kind text not null check (source_kind in ('faq', 'document', 'product')),
  source_id integer not null,
  ordinal integer not null default 0,
  title text not null,
  text text not null,
  text_hash text not null,
  updated_at integer not null,
  unique (source_kind, source_id, ordinal)
) strict;

create virtual table passages_fts using fts5 (
  title, text, content = 'passages', content_rowid = 'id', tokenize = 'porter unicode61 remove_diacritics 2'
);
create trigger passages_fts_insert after insert on passages begin
  insert into passages_fts (rowid, title, text) values (new.id, new.title, new.text);
end;
create trigger passages_fts_delete after delete on passages begin
  insert into passages_fts (passages_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
end;
create trigger passages_fts_update after update of title, text on passages begin
  insert into passages_fts (passages_fts, rowid, title, text) values ('delete', old.id, old.title, old.text);
  insert into passages_fts (rowid, title, text) values (new.id, new.title, new.text);
end;

-- A fitted or remote embedder; vectors of different models are never compared.
create table embedding_models (
  id integer primary key,
  provider text not null,
  model text not null,
  dimensions integer not null,
  state text not null check (state in ('building', 'ready', 'retired')),
  fitted_passages integer not null default 0,
  parameters blob,
  created_at integer not null,
  ready_at integer
) strict;

create table passage_vectors (
  model_id integer not null references embedding_models(id) on delete cascade,
  passage_id integer not null references passages(id) on delete cascade,
  text_hash text not null,
  vector blob not null,
  primary key (model_id, passage_id)
) strict, without rowid;
create index passage_vectors_by_passage on passage_vectors (passage_id);
