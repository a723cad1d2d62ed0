-- What WhatsApp says of a reminder after it was taken: that it arrived, and that it was read.
alter table billing_messages add column delivered_at integer;
alter table billing_messages add column read_at integer;
create index billing_messages_by_vendor on billing_messages (vendor_id) where vendor_id is not null;
