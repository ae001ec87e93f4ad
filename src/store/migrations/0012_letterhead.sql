-- Letterheads: the logo and the picture of a signature that letters show, of each creditor and of the agency.

create table letterhead (
  organisation_id uuid  not null,
  -- A creditor's id, or 'agency' for the organisation itself.
  writer          text  not null,
  picture         text  not null,
  format          text  not null,
  content         bytea not null,
  constraint letterhead_pk primary key (organisation_id, writer, picture),
  constraint letterhead_picture_check check (picture in ('logo', 'signature')),
  constraint letterhead_format_check check (format in ('png', 'jpg', 'svg')),
  constraint letterhead_content_check check (octet_length(content) <= 1048576)
);
alter table letterhead enable row level security;
alter table letterhead force row level security;
create policy one_organisation on letterhead
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);
grant select, insert, update, delete on letterhead to quittance_app;
