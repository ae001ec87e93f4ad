-- Texts that people write in place of those that come with the program: every version stays, so that what was sent can be read again.

-- Versions are numbered within a step, whatever the text: « j7, version 3 » names one. Without a body: back to the text of the program.
create table text_version (
  organisation_id uuid        not null,
  step            text        not null,
  version         integer     not null,
  writer          text        not null,
  medium          text        not null,
  language        text        not null,
  kind            text        not null,
  subject         text,
  body            text,
  written_by      text        not null,
  written_at      timestamptz not null,
  constraint text_version_pk primary key (organisation_id, step, version),
  constraint text_version_number_check check (version > 0),
  constraint text_version_writer_check check (writer in ('creditor', 'agency')),
  constraint text_version_medium_check check (medium in ('email', 'letter', 'sms', 'call', 'task')),
  constraint text_version_kind_check check (kind in ('any', 'business', 'consumer', 'public-body')),
  constraint text_version_text_check check ((subject is null) = (body is null) and octet_length(body) <= 100000)
);

alter table text_version enable row level security;
alter table text_version force row level security;
create policy one_organisation on text_version using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert on text_version to quittance_app;
