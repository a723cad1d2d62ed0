-- Every answer the assistant prepared: what it used, what it cost, what became of it.
create table ai_answers (
  id integer primary key,
  conversation_id integer references conversations(id) on delete cascade,
  turn_message_id integer,
  outcome text not null check (outcome in ('pending', 'sent', 'handed_over', 'suggested', 'dropped', 'failed')),
  outcome_reason text,
  writer text not null check (writer in ('model', 'builtin', 'none')),
  model text,
  reply text not null default '',
  confidence real,
  model_confidence real,
  retrieval_score real,
  threshold real,
  hand_over integer not null default 0,
  hand_over_reason text,
  input_tokens integer not null default 0,
  output_tokens integer not null default 0,
  cached_input_tokens integer not null default 0,
  cost_micros integer not null default 0,
  latency_ms integer not null default 0,
  message_id integer,
  error text,
  requested_by_member_id integer references members(id),
  created_at integer not null
) strict;
create index ai_answers_by_conversation on ai_answers (conversation_id, id desc);

-- The passage as it stood when it was used, so a citation never changes under the reader.
create table ai_answer_sources (
  answer_id integer not null references ai_answers(id) on delete cascade,
  number integer not null,
  passage_id integer,
  source_kind text not null,
  source_id integer not null,
  title text not null,
  text text not null,
  score real,
  is_cited integer not null default 0,
  primary key (answer_id, number)
) strict, without rowid;

-- Spend per month of the company's zone (YYYY-MM), in millionths of a US dollar.
create table ai_spend (
  month text primary key,
  cost_micros integer not null default 0,
  answers integer not null default 0,
  stopped_at integer
) strict, without rowid;
