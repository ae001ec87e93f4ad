-- Foundation: the roles and the wall between organisations, on which every later table relies.

create schema app;

create table app.migration (
  name       text not null,
  checksum   text not null,
  applied_at timestamptz not null default now(),
  constraint migration_pk primary key (name)
);

-- Roles belong to the whole server, where another database may have brought them, or be bringing them right now.
do $$
declare
  role_to_have text;
  membership   text := case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
  foreach role_to_have in array array['quittance_app', 'quittance_scheduler'] loop
    if not exists (select from pg_roles where rolname = role_to_have) then
      begin
        execute format('create role %I nologin %s', role_to_have,
                       case role_to_have when 'quittance_scheduler' then 'bypassrls' else '' end);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
    if not pg_has_role(current_user, role_to_have, membership) then
      execute format('grant %I to current_user', role_to_have);
    end if;
  end loop;
exception when insufficient_privilege then
  raise exception 'the user % may not create the roles it needs', current_user using errcode = '42501', hint = format(
    'An administrator has to run, once for the server:%s'
    '  create role quittance_app nologin;%1$s'
    '  create role quittance_scheduler nologin bypassrls;%1$s'
    '  grant quittance_app, quittance_scheduler to %2$I;', chr(10), current_user);
end $$;

-- A role of that name which others made could be able to pass the wall.
do $$
begin
  if exists (select from pg_roles where rolname = 'quittance_app' and (rolsuper or rolbypassrls)) then
    raise exception 'the role quittance_app must be neither superuser nor bypassrls'
      using hint = 'alter role quittance_app nosuperuser nobypassrls;';
  end if;
  if not exists (select from pg_roles where rolname = 'quittance_scheduler' and rolbypassrls) then
    raise exception 'the role quittance_scheduler must be bypassrls'
      using hint = 'alter role quittance_scheduler bypassrls;';
  end if;
end $$;

grant usage on schema app, public to quittance_app, quittance_scheduler;

-- Called alone and first in a transaction. `set local`, never set_config, which would not reach the workers of Citus.
create function app.set_organisation(organisation uuid) returns void
language plpgsql as $$
begin
  if organisation is null then raise exception 'an organisation is needed'; end if;
  set local citus.propagate_set_commands = 'local';
  execute format('set local app.organisation = %L', organisation);
end $$;

revoke all on function app.set_organisation(uuid) from public;
grant execute on function app.set_organisation(uuid) to quittance_app;

create table organisation (
  organisation_id uuid    not null,
  name            text    not null,
  settings        jsonb   not null default '{}',
  sending         boolean not null default false,
  last_run_on     date,
  constraint organisation_pk primary key (organisation_id)
);

alter table organisation enable row level security;
alter table organisation force row level security;
create policy one_organisation on organisation
  using (organisation_id = nullif(current_setting('app.organisation', true), '')::uuid);

grant select, insert, update on organisation to quittance_app;
grant select on organisation to quittance_scheduler;
