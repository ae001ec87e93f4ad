-- A message that comes in is tied to its case by the address that it comes from. Stored, not an index on lower(email): behind
-- row-level security no index serves a function that may leak what it is given.
alter table contact add column email_folded text generated always as (lower(email)) stored;
create index contact_email_idx on contact (organisation_id, email_folded) where email_folded is not null;
