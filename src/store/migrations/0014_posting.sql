-- Calls made and letters posted: what was said, under which number a letter travels, how it ended, and the proofs.

create table call (
  organisation_id uuid    not null,
  case_id         uuid    not null,
  id              integer not null,
  action_id       integer not null,
  made_on         date    not null,
  outcome         text    not null,
  cause           text,
  note            text,
  constraint call_pk primary key (organisation_id, case_id, id),
  constraint call_action_fk foreign key (organisation_id, case_id, action_id) references action,
  constraint call_outcome_check check (outcome in ('reached', 'message-left', 'wrong-number', 'promise', 'dispute', 'refuses', 'call-back')),
  constraint call_cause_check check (cause in ('oversight', 'invoice-not-received', 'wrong-bank-details', 'insufficient-funds',
    'mandate-not-returned', 'expired-card', 'administrative', 'financial-difficulty', 'dispute', 'refusal', 'unreachable', 'other'))
);
create index call_action_idx on call (organisation_id, case_id, action_id);

-- `provider` null: posted by a person. `provider_id` is the provider's name for the letter, `tracking_number` the post's.
-- `handing` is committed just before the one moment of handing over that can't be taken back.
create table posting (
  organisation_id uuid        not null,
  case_id         uuid        not null,
  action_id       integer     not null,
  provider        text,
  provider_id     text,
  tracking_number text,
  posted_on       date        not null,
  status          text        not null,
  status_on       date        not null,
  detail          text,
  constraint posting_pk primary key (organisation_id, case_id, action_id),
  constraint posting_action_fk foreign key (organisation_id, case_id, action_id) references action,
  constraint posting_provider_check check (status = 'handing' or (provider is null) = (provider_id is null)),
  constraint posting_status_check check (status in ('handing', 'posted', 'presented', 'received', 'refused', 'unclaimed', 'wrong-address', 'returned'))
);
create index posting_tracking_idx on posting (organisation_id, tracking_number) where tracking_number is not null;
create index posting_to_track_idx on posting (organisation_id, provider) where status in ('handing', 'posted', 'presented', 'received');

create table posting_proof (
  organisation_id uuid        not null,
  case_id         uuid        not null,
  action_id       integer     not null,
  kind            text        not null,
  content_type    text        not null,
  content         bytea       not null,
  stored_at       timestamptz not null,
  constraint posting_proof_pk primary key (organisation_id, case_id, action_id, kind),
  constraint posting_proof_posting_fk foreign key (organisation_id, case_id, action_id) references posting,
  constraint posting_proof_kind_check check (kind in ('letter', 'deposit', 'receipt', 'return')),
  constraint posting_proof_content_check check (octet_length(content) between 1 and 5242880)
);

-- The day on which a consumer agreed to electronic registered mail (CPCE L100).
alter table debtor add column electronic_mail_consent_on date;

do $$
declare
  tenant_table text;
begin
  foreach tenant_table in array array['call', 'posting', 'posting_proof'] loop
    execute format('alter table %I enable row level security', tenant_table);
    execute format('alter table %I force row level security', tenant_table);
    execute format('create policy one_organisation on %I using (organisation_id = '
      'nullif(current_setting(''app.organisation'', true), '''')::uuid)', tenant_table);
    execute format('grant select, insert, update on %I to quittance_app', tenant_table);
  end loop;
end $$;

grant delete on posting to quittance_app;
