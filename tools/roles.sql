-- The database roles of Hjemmebane and the database they share. Safe to run again.
--
-- Local commands run it for you. In production an administrator runs it once, before the first
-- migration, and again to change a password:
--
--   HJEMMEBANE_OWNER_PASSWORD=… HJEMMEBANE_APP_PASSWORD=… HJEMMEBANE_WORKER_PASSWORD=… \
--     HJEMMEBANE_DATABASE_NAME=hjemmebane \
--     psql --no-psqlrc -d postgres -f tools/roles.sql
--
-- hjemmebane_owner owns the database and everything in it, and is used for migrations alone.
-- hjemmebane_app   is what the web process and the jobs log in as. It owns nothing, so the
--                  row-level policies bind it, and it may only do what a migration granted.
-- hjemmebane_worker takes jobs from the queue, and reaches nothing but the queue: what a job does
--                  to records it does as hjemmebane_app. Without a password it cannot log in.

\set ON_ERROR_STOP on
\getenv owner_password HJEMMEBANE_OWNER_PASSWORD
\getenv app_password HJEMMEBANE_APP_PASSWORD
\getenv worker_password HJEMMEBANE_WORKER_PASSWORD
\getenv database HJEMMEBANE_DATABASE_NAME

SET client_min_messages = warning;
SET log_statement = 'none';             -- no password in the server's log,
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';  -- not even when a statement fails

SELECT format('CREATE ROLE %I', role)
  FROM unnest(ARRAY['hjemmebane_owner', 'hjemmebane_app', 'hjemmebane_worker']) AS role
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)
\gexec

ALTER ROLE hjemmebane_owner LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
  PASSWORD :'owner_password';
ALTER ROLE hjemmebane_app LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION
  PASSWORD :'app_password';
ALTER ROLE hjemmebane_worker NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOREPLICATION;
\if :{?worker_password}
ALTER ROLE hjemmebane_worker LOGIN PASSWORD :'worker_password';
\endif

-- What people wrote stands in statements: a failed one must not bring it into the server's log.
ALTER ROLE hjemmebane_app SET log_min_error_statement = 'panic';
ALTER ROLE hjemmebane_app SET log_error_verbosity = 'terse';

SELECT format('CREATE DATABASE %I OWNER hjemmebane_owner', :'database')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database')
\gexec

ALTER DATABASE :"database" OWNER TO hjemmebane_owner;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO hjemmebane_app, hjemmebane_worker;

\connect :"database"
SET client_min_messages = warning;
ALTER SCHEMA public OWNER TO hjemmebane_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO hjemmebane_app, hjemmebane_worker;

-- Large objects lie outside every table, and so outside every policy.
SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC, hjemmebane_app, hjemmebane_worker', oid::regprocedure)
  FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^lo(_|read$|write$)'
\gexec
