-- Quotes whose message has not arrived: found by what they wait for.
create index messages_awaiting_quote on messages (endpoint_id, reply_to_provider_id)
  where reply_to_provider_id is not null and reply_to_id is null;
-- A vendor's late word about an earlier attempt.
create index message_attempts_by_provider_id on message_attempts (provider_id) where provider_id is not null;
-- Which message a file belongs to: asked at every download.
create index message_media_by_file on message_media (file_id) where file_id is not null;
