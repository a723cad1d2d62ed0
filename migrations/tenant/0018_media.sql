-- Previews of web addresses: until when one counts as fresh, and why one is missing.
alter table link_previews add column expires_at integer not null default 0;
alter table link_previews add column failure_reason text;
-- whether pages that messages link to are looked up at all
alter table company add column link_previews integer not null default 1;

-- A recording made as a voice message, and how long any sound is.
alter table files add column is_voice integer not null default 0;
alter table files add column duration_ms integer;
-- the words of a recording, where somebody or something wrote them down
alter table message_media add column transcript text;

-- What a message was written in, as the translator saw it.
alter table message_translations add column source_language text;
create index link_previews_by_fetch on link_previews (fetched_at);
