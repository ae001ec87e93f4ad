-- E-mails as they leave: the invoices' documents, each message byte for byte, whom a creditor writes as and where it is paid online.

create table document (
  organisation_id uuid  not null,
  case_id         uuid  not null,
  number          text  not null,
  content         bytea not null,
  sha256          text  not null,
  constraint document_pk primary key (organisation_id, case_id, number),
  constraint document_case_fk foreign key (organisation_id, case_id) references dunning_case,
  constraint document_size_check check (octet_length(content) between 1 and 10485760)
);

alter table document enable row level security;
alter table document force row level security;
create policy one_organisation on document using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update on document to quittance_app;

alter table creditor
  add column sender_name  text,
  add column reply_to     text,
  add column payment_link text;

alter table message
  add column provider_id text,
  add column content     bytea,
  add column failures    integer not null default 0;
create index message_sent_idx on message (organisation_id, ended_at) where status = 'sent';
