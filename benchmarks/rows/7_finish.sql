DO $$
DECLARE
    definition text;
BEGIN
    FOR definition IN SELECT d.definition FROM bench.dropped_index AS d LOOP
        EXECUTE definition;
    END LOOP;
END $$;
DROP SCHEMA bench CASCADE;
