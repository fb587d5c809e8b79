-- What the triggers would have written, and two readings for each contact. (In service the board adds
-- a row for each citizen it shows; years of that are left out.)

DO $$
DECLARE
    guarded record;
BEGIN
    FOR guarded IN
        SELECT tgrelid::regclass::text AS table_name, string_to_array(encode(tgargs, 'escape'), '\000') AS arguments,
               EXISTS (SELECT FROM pg_attribute WHERE attrelid = tgrelid AND attname = 'recorded_at') AS is_dated
          FROM pg_trigger WHERE tgfoid = 'guard.record_change'::regproc
    LOOP
        EXECUTE format(
            'INSERT INTO audit_change (table_name, row_id, course_id, citizen_id, operation, before, after,
                                       actor, verb, at, transaction_id)
             SELECT %L, id::text, (row ->> %L)::uuid, (row ->> %L)::uuid, ''INSERT'', NULL, row,
                    coalesce(''user:'' || (row ->> ''recorded_by_id''), ''job:operations''), ''bench.fill'', %s, 1
               FROM (SELECT t.*, to_jsonb(t) AS row FROM %s AS t) AS whole ORDER BY 10',
            guarded.table_name, guarded.arguments[1], guarded.arguments[2],
            CASE WHEN guarded.is_dated THEN 'recorded_at' ELSE '(SELECT at - interval ''4 years'' FROM bench.size)' END,
            guarded.table_name);
    END LOOP;
END $$;

INSERT INTO audit_access (citizen_id, what, reason, actor, at)
SELECT citizen_id, what, '', 'user:' || user_id, started_at
  FROM bench.contact, unnest(ARRAY['Overblik', 'Kontakt']) AS what
 ORDER BY started_at;
