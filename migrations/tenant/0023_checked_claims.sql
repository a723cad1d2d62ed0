-- What an answer names (prices, quantities, dates, numbers to call, links) and where it stands.
create table ai_answer_claims (
  answer_id integer not null references ai_answers(id) on delete cascade,
  ordinal integer not null,
  kind text not null,
  text text not null,
  -- none: it stands nowhere, and such an answer is not sent
  source text check (source in ('passage', 'company', 'said', 'customer', 'tool')),
  passage_number integer,
  -- named by a first wording that was not sent
  is_rejected integer not null default 0,
  primary key (answer_id, ordinal)
) strict, without rowid;
alter table ai_answers add column rejected_reply text;
