-- Cases: who owes what to whom, everything that happened, and what was decided about it.

create table creditor (
  organisation_id uuid not null,
  creditor_id     uuid not null,
  code            text not null,
  name            text not null,
  email           text,
  phone           text,
  iban            text,
  constraint creditor_pk primary key (organisation_id, creditor_id),
  constraint creditor_code_key unique (organisation_id, code),
  constraint creditor_organisation_fk foreign key (organisation_id) references organisation
);

create table debtor (
  organisation_id uuid not null,
  debtor_id       uuid not null,
  creditor_id     uuid not null,
  code            text not null,
  name            text not null,
  kind            text not null,
  siren           text,
  vat             text,
  constraint debtor_pk primary key (organisation_id, debtor_id),
  constraint debtor_code_key unique (organisation_id, creditor_id, code),
  constraint debtor_creditor_fk foreign key (organisation_id, creditor_id) references creditor,
  constraint debtor_kind_check check (kind in ('business', 'consumer', 'public-body'))
);

create table contact (
  organisation_id uuid    not null,
  debtor_id       uuid    not null,
  position        integer not null,
  role            text    not null,
  name            text,
  email           text,
  email_invalid   boolean not null default false,
  phone           text,
  phone_invalid   boolean not null default false,
  language        text    not null default 'fr',
  constraint contact_pk primary key (organisation_id, debtor_id, position),
  constraint contact_debtor_fk foreign key (organisation_id, debtor_id) references debtor on delete cascade
);

create table dunning_case (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  number          integer not null,
  creditor_id     uuid    not null,
  debtor_id       uuid    not null,
  currency        text    not null,
  scenario_id     text    not null,
  last_id         integer not null default 0,
  next_look_on    date,
  closed_on       date,
  closed_reason   text,
  told_holds      jsonb   not null default '[]',
  open_tasks      jsonb   not null default '[]',
  journal_length  integer not null default 0,
  journal_hash    bytea   not null default '',
  constraint dunning_case_pk primary key (organisation_id, case_id),
  constraint dunning_case_number_key unique (organisation_id, number),
  constraint dunning_case_parties_key unique (organisation_id, creditor_id, debtor_id, currency),
  constraint dunning_case_creditor_fk foreign key (organisation_id, creditor_id) references creditor,
  constraint dunning_case_debtor_fk foreign key (organisation_id, debtor_id) references debtor,
  constraint dunning_case_closed_check check (closed_reason in ('paid', 'settled'))
);
create index dunning_case_debtor_idx on dunning_case (organisation_id, debtor_id);
create index dunning_case_look_idx on dunning_case (organisation_id, next_look_on, case_id) where next_look_on is not null;

create table due_item (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  name            text    not null,
  invoice         text    not null,
  issued_on       date    not null,
  due_on          date,
  due_assumed     boolean not null,
  amount_cents    bigint  not null,
  round           integer not null,
  constraint due_item_pk primary key (organisation_id, case_id, id),
  constraint due_item_name_key unique (organisation_id, case_id, name),
  constraint due_item_case_fk foreign key (organisation_id, case_id) references dunning_case,
  constraint due_item_amount_check check (amount_cents > 0)
);

create table credit_note (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  number          text    not null,
  issued_on       date    not null,
  amount_cents    bigint  not null,
  used_cents      bigint  not null,
  constraint credit_note_pk primary key (organisation_id, case_id, id),
  constraint credit_note_case_fk foreign key (organisation_id, case_id) references dunning_case
);

create table payment (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  received_on     date    not null,
  amount_cents    bigint  not null,
  source          text    not null,
  rejections      jsonb   not null,
  used_cents      bigint  not null,
  reference       text,
  constraint payment_pk primary key (organisation_id, case_id, id),
  constraint payment_case_fk foreign key (organisation_id, case_id) references dunning_case,
  constraint payment_source_check check (source in ('person', 'books'))
);

create table allocation (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  item_id         integer not null,
  source          text    not null,
  source_id       integer,
  amount_cents    bigint  not null,
  allocated_on    date    not null,
  constraint allocation_pk primary key (organisation_id, case_id, id),
  constraint allocation_item_fk foreign key (organisation_id, case_id, item_id) references due_item,
  constraint allocation_source_check check (source in ('payment', 'credit-note', 'write-off'))
);
create index allocation_item_idx on allocation (organisation_id, case_id, item_id);

create table promise (
  organisation_id uuid      not null,
  case_id         uuid      not null,
  id              integer   not null,
  made_on         date      not null,
  by_on           date      not null,
  amount_cents    bigint    not null,
  item_ids        integer[] not null,
  baseline_cents  bigint    not null,
  status          text      not null,
  constraint promise_pk primary key (organisation_id, case_id, id),
  constraint promise_case_fk foreign key (organisation_id, case_id) references dunning_case,
  constraint promise_status_check check (status in ('pending', 'kept', 'late', 'broken', 'cancelled'))
);

create table dispute (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  item_id         integer not null,
  amount_cents    bigint  not null,
  reason          text    not null,
  opened_on       date    not null,
  settled_on      date,
  constraint dispute_pk primary key (organisation_id, case_id, id),
  constraint dispute_item_fk foreign key (organisation_id, case_id, item_id) references due_item
);
create index dispute_item_idx on dispute (organisation_id, case_id, item_id);

create table plan (
  organisation_id uuid      not null,
  case_id         uuid      not null,
  id              integer   not null,
  agreed_on       date      not null,
  item_ids        integer[] not null,
  instalments     jsonb     not null,
  baseline_cents  bigint    not null,
  status          text      not null,
  constraint plan_pk primary key (organisation_id, case_id, id),
  constraint plan_case_fk foreign key (organisation_id, case_id) references dunning_case,
  constraint plan_status_check check (status in ('proposed', 'active', 'broken', 'completed'))
);

create table hold (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  reason          text    not null,
  item_ids        integer[],
  from_on         date    not null,
  until_on        date,
  ended_on        date,
  constraint hold_pk primary key (organisation_id, case_id, id),
  constraint hold_case_fk foreign key (organisation_id, case_id) references dunning_case
);

create table action (
  organisation_id uuid      not null,
  case_id         uuid      not null,
  id              integer   not null,
  step            text      not null,
  stage           text      not null,
  channel         text      not null,
  mode            text      not null,
  asked_on        date      not null,
  item_ids        integer[] not null,
  amount_cents    bigint    not null,
  status          text      not null,
  ended_on        date,
  presented_on    date,
  because         jsonb     not null,
  constraint action_pk primary key (organisation_id, case_id, id),
  constraint action_case_fk foreign key (organisation_id, case_id) references dunning_case,
  constraint action_status_check check (status in ('planned', 'open', 'proposed', 'agreed', 'refused', 'done',
                                                   'failed', 'cancelled', 'lapsed', 'uncertain'))
);
-- Once: one action per case, day, step and first item listed, whatever runs twice.
create unique index action_once_idx on action (organisation_id, case_id, asked_on, step, (item_ids[1]))
  where status <> 'cancelled';
create index action_open_idx on action (organisation_id, status, asked_on)
  where status in ('planned', 'open', 'proposed', 'agreed', 'uncertain');

create table passed_step (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  item_id         integer not null,
  step            text    not null,
  round           integer not null,
  how             text    not null,
  passed_on       date    not null,
  action_id       integer,
  constraint passed_step_pk primary key (organisation_id, case_id, item_id, step, round),
  constraint passed_step_item_fk foreign key (organisation_id, case_id, item_id) references due_item,
  constraint passed_step_how_check check (how in ('carried-out', 'skipped', 'lapsed'))
);

-- Messages on their way. `handing` is committed just before the one moment that can't be taken back.
create table message (
  organisation_id uuid        not null,
  case_id         uuid        not null,
  action_id       integer     not null,
  channel         text        not null,
  status          text        not null,
  attempts        integer     not null default 0,
  queued_at       timestamptz not null,
  not_before      timestamptz not null,
  ended_at        timestamptz,
  recipient       text,
  subject         text,
  body            text,
  detail          text,
  constraint message_pk primary key (organisation_id, case_id, action_id),
  constraint message_action_fk foreign key (organisation_id, case_id, action_id) references action,
  constraint message_status_check check (status in ('queued', 'claimed', 'handing', 'sent', 'failed', 'cancelled', 'uncertain'))
);
create index message_waiting_idx on message (organisation_id, not_before)
  where status in ('queued', 'claimed', 'handing');

-- What happened, when, who, why. Each entry of a case carries the hash of the one before it.
create table journal (
  organisation_id uuid        not null,
  case_id         uuid        not null,
  position        integer     not null,
  day             date        not null,
  recorded_at     timestamptz not null,
  actor           text        not null,
  kind            text        not null,
  entry           jsonb       not null,
  hash            bytea       not null,
  constraint journal_pk primary key (organisation_id, case_id, position),
  constraint journal_case_fk foreign key (organisation_id, case_id) references dunning_case
);

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only' using errcode = '42501';
end $$;

set local citus.enable_unsafe_triggers = 'on';
create trigger journal_append_only before update or delete on journal
  for each row execute function app.refuse_change();

-- The files taken in: the same one twice changes nothing.
create table import_file (
  organisation_id uuid        not null,
  import_id       uuid        not null,
  name            text        not null,
  format          text        not null,
  sha256          text        not null,
  imported_at     timestamptz not null,
  totals          jsonb       not null,
  constraint import_file_pk primary key (organisation_id, import_id),
  constraint import_file_organisation_fk foreign key (organisation_id) references organisation
);

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['creditor', 'debtor', 'contact', 'dunning_case', 'due_item', 'credit_note', 'payment',
    'allocation', 'promise', 'dispute', 'plan', 'hold', 'action', 'passed_step', 'message', 'journal', 'import_file'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy one_organisation on %I using (organisation_id = '
      'nullif(current_setting(''app.organisation'', true), '''')::uuid)', tenant_table);
    execute format('grant select, insert%s on %I to quittance_app',
                   case tenant_table when 'journal' then '' else ', update' end, tenant_table);
  end loop;
end $$;

grant delete on contact, passed_step to quittance_app;
