-- Inbox: messages that came in, the case each belongs to, and what its sender may have meant.

-- `creditor_id`: whose mailbox it came by; null when that mailbox serves the whole organisation.
-- `fingerprint`: its Message-ID, else the SHA-256 of its bytes, by which it is taken once.
create table inbound_message (
  organisation_id uuid        not null,
  number          integer     not null,
  creditor_id     uuid,
  fingerprint     text        not null,
  raw             bytea       not null,
  class           text        not null,
  from_name       text,
  from_address    text,
  subject         text,
  new_text        text,
  recipient       text,
  status          text,
  diagnostic      text,
  sent_at         timestamptz,
  received_at     timestamptz not null,
  absent_until    date,
  case_id         uuid,
  action_id       integer,
  tied_by         text,
  suggestions     jsonb       not null,
  read_on         date,
  read_by         text,
  constraint inbound_message_pk primary key (organisation_id, number),
  constraint inbound_message_once_key unique nulls not distinct (organisation_id, creditor_id, fingerprint),
  constraint inbound_message_creditor_fk foreign key (organisation_id, creditor_id) references creditor,
  constraint inbound_message_case_fk foreign key (organisation_id, case_id) references dunning_case,
  constraint inbound_message_action_fk foreign key (organisation_id, case_id, action_id) references action,
  constraint inbound_message_size_check check (octet_length(raw) <= 26214400),
  constraint inbound_message_class_check check (class in ('reply', 'hard-bounce', 'soft-bounce', 'policy-rejection',
                                                          'auto-reply', 'abuse-report', 'other')),
  constraint inbound_message_tie_check check (tied_by in ('headers', 'reference', 'address', 'person'))
);
create index inbound_message_case_idx on inbound_message (organisation_id, case_id, action_id);
create index inbound_message_waiting_idx on inbound_message (organisation_id, number) where read_on is null;

-- How far a mailbox has been read: UIDs go up for as long as its UIDVALIDITY stays (RFC 9051, 2.3.1.1).
create table mailbox_place (
  organisation_id uuid   not null,
  mailbox         text   not null,
  uid_validity    bigint not null,
  last_uid        bigint not null,
  constraint mailbox_place_pk primary key (organisation_id, mailbox)
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['inbound_message', 'mailbox_place'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy one_organisation on %I using (organisation_id = '
      'nullif(current_setting(''app.organisation'', true), '''')::uuid)', tenant_table);
    execute format('grant select, insert, update on %I to quittance_app', tenant_table);
  end loop;
end $$;

-- An answer names the message that it answers by the Message-ID under which that one left.
create index message_provider_idx on message (organisation_id, provider_id) where provider_id is not null;
