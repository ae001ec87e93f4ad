-- What changes an organisation is journalled as what changes a case is; a line's content can be erased by law, and the chain still holds.

alter table journal
  add column salt bytea,
  add column content_hash bytea,
  add column erased_at timestamptz,
  alter column entry drop not null,
  add constraint journal_entry_check check ((entry is null) = (erased_at is not null));

alter table organisation
  add column journal_length integer not null default 0,
  add column journal_hash   bytea   not null default '';

-- The changes of creditors, settings, rates, texts, letterheads and of sending: who, when, from what to what.
create table organisation_journal (
  organisation_id uuid        not null,
  position        integer     not null,
  day             date        not null,
  recorded_at     timestamptz not null,
  actor           text        not null,
  kind            text        not null,
  entry           jsonb,
  salt            bytea,
  content_hash    bytea       not null,
  erased_at       timestamptz,
  hash            bytea       not null,
  constraint organisation_journal_pk primary key (organisation_id, position),
  constraint organisation_journal_organisation_fk foreign key (organisation_id) references organisation,
  constraint organisation_journal_entry_check check ((entry is null) = (erased_at is not null))
);

-- One change is let through: the erasure of a line's content, with its day; whatever the chain covers stays.
create or replace function app.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.erased_at is null and new.erased_at is not null and new.entry is null and new.salt is null
     and (to_jsonb(new) - 'entry' - 'salt' - 'erased_at') = (to_jsonb(old) - 'entry' - 'salt' - 'erased_at') then
    return new;
  end if;
  raise exception 'the journal is append-only' using errcode = '42501';
end $$;

set local citus.enable_unsafe_triggers = 'on';
create trigger organisation_journal_append_only before update or delete on organisation_journal
  for each row execute function app.refuse_change();

alter table organisation_journal enable row level security;
alter table organisation_journal force row level security;
create policy one_organisation on organisation_journal
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert on organisation_journal to quittance_app;
