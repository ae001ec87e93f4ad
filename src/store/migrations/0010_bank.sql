-- Bank entries: what statements tell of, what it was matched to, and how far each account's data goes.

create table bank_account (
  organisation_id uuid not null,
  creditor_id     uuid not null,
  account         text not null,
  known_until     date not null,
  constraint bank_account_pk primary key (organisation_id, creditor_id, account),
  constraint bank_account_creditor_fk foreign key (organisation_id, creditor_id) references creditor
);

create table bank_entry (
  organisation_id uuid    not null,
  entry_id        uuid    not null,
  number          integer not null,
  creditor_id     uuid    not null,
  account         text    not null,
  booked_on       date    not null,
  value_on        date,
  amount_cents    bigint  not null,
  currency        text    not null,
  party_name      text,
  party_iban      text,
  reference       text,
  end_to_end_id   text,
  description     text    not null,
  return_reason   text,
  fingerprint     text    not null,
  status          text    not null,
  score           integer,
  because         text[]  not null default '{}',
  suggestion      jsonb,
  decided_by      text,
  decided_on      date,
  constraint bank_entry_pk primary key (organisation_id, entry_id),
  constraint bank_entry_number_key unique (organisation_id, number),
  constraint bank_entry_fingerprint_key unique (organisation_id, creditor_id, fingerprint),
  constraint bank_entry_creditor_fk foreign key (organisation_id, creditor_id) references creditor,
  constraint bank_entry_status_check check (status in ('matched', 'suggested', 'unmatched', 'refused', 'outgoing', 'return'))
);
create index bank_entry_waiting_idx on bank_entry (organisation_id, number) where status in ('suggested', 'unmatched');

-- Accounts from which a debtor is known to have paid.
create table debtor_iban (
  organisation_id uuid not null,
  debtor_id       uuid not null,
  iban            text not null,
  constraint debtor_iban_pk primary key (organisation_id, debtor_id, iban),
  constraint debtor_iban_debtor_fk foreign key (organisation_id, debtor_id) references debtor
);

alter table payment
  add column entry text,
  add column credit_allocation_ids integer[] not null default '{}',
  drop constraint payment_source_check,
  add constraint payment_source_check check (source in ('person', 'books', 'bank'));
create index payment_entry_idx on payment (organisation_id, entry) where entry is not null;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['bank_account', 'bank_entry', 'debtor_iban'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy one_organisation on %I using (organisation_id = '
      'nullif(current_setting(''app.organisation'', true), '''')::uuid)', tenant_table);
    execute format('grant select, insert, update on %I to quittance_app', tenant_table);
  end loop;
end $$;

grant delete on payment, allocation, debtor_iban to quittance_app;
