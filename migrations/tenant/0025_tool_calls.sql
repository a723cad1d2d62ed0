-- What the assistant looked up and did while it wrote an answer.
create table ai_tool_calls (
  answer_id integer not null references ai_answers(id) on delete cascade,
  ordinal integer not null,
  tool text not null,
  arguments_json text not null,
  outcome text not null check (outcome in ('done', 'refused', 'failed', 'repeated', 'not_done')),
  -- what the model was told
  result text not null,
  -- of what changed something: conversation, words it was asked with, tool and arguments
  effect_key text,
  took_ms integer not null,
  at integer not null,
  primary key (answer_id, ordinal)
) strict, without rowid;
-- The same is done once for the same words, however often the answer to them is written.
create unique index ai_tool_calls_once on ai_tool_calls (effect_key) where outcome = 'done' and effect_key is not null;
-- Which tools the assistant may call, and how often.
alter table company add column ai_tools_json text;
