-- Nothing asks for unprocessed events: each has its job. The index cost two writes for every message.
drop index inbound_events_unprocessed;
