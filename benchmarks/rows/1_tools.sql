-- Chance that is the same in every build, keys like the service makes them, and Danish prose.
-- Everything that only serves the building lies in the schema bench, which the last file drops.

CREATE FUNCTION bench.chance(n bigint, what text) RETURNS double precision
LANGUAGE sql IMMUTABLE AS $$
    SELECT (hashtextextended(what, n) & 4294967295) / 4294967296.0
$$;

CREATE FUNCTION bench.pick(n bigint, what text, choices text[]) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT choices[1 + floor(bench.chance(n, what) * cardinality(choices))::integer]
$$;

-- A UUIDv7 of that moment: rows written after one another lie together, as they do in service.
CREATE FUNCTION bench.key(at timestamptz, n bigint, what text) RETURNS uuid
LANGUAGE sql STABLE AS $$
    SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0')
            || overlay(overlay(substr(md5(what || n), 1, 20) PLACING '7' FROM 1) PLACING '8' FROM 5))::uuid
$$;

CREATE TABLE bench.prose AS
SELECT number, string_agg(bench.pick(number * 10 + line, 'sentence', ARRAY[
           'Vi drak kaffe og talte om, hvordan ugen er gået.',
           'Borgeren fortalte, at nætterne har været urolige, og at støjen fra opgangen fylder meget.',
           'Vi gennemgik posten sammen og ringede til udlejer om den aftale, der manglede.',
           'Medicinen er taget, som den skal; to dage mangler i æsken.',
           'Vi gik en tur ned til havnen, og der var mere ro på end sidst.',
           'Aftalt, at vi følges til lægen på torsdag, og at jeg ringer om morgenen.',
           'Der var ikke meget mad i køleskabet, så vi handlede ind på vejen hjem.',
           'Borgeren vil gerne i gang med at spille guitar igen og spurgte til musikhuset.',
           'Vi talte om økonomien og skrev en liste over, hvad der skal betales først.',
           'Søsteren har ringet, og det betød meget.',
           'Vi øvede at sige nej, når de andre kommer forbi sent om aftenen.',
           'Borgeren havde svært ved at være i rummet, så vi stoppede efter en halv time.',
           'Jobcentret har rykket for et svar; vi skrev det sammen.',
           'Vi kiggede på delmålene og blev enige om, at det næste skridt er lille nok.'
       ]), ' ' ORDER BY line) AS text
  FROM generate_series(1, 4000) AS number,
       generate_series(1, 3 + (number % 7)) AS line
 GROUP BY number;
ALTER TABLE bench.prose ADD PRIMARY KEY (number);

CREATE FUNCTION bench.prose(n bigint, what text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT text FROM bench.prose WHERE number = 1 + floor(bench.chance(n, what) * 4000)::integer
$$;

-- Indexes that only speed up searching are made anew at the end, which is much quicker.
CREATE TABLE bench.dropped_index AS
SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index AS i JOIN pg_class AS t ON t.oid = i.indrelid
 WHERE NOT i.indisunique AND NOT i.indisexclusion AND t.relnamespace = 'public'::regnamespace
   AND t.relname SIMILAR TO '(audit|contacts|plans|citizens)_%';

DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT d.name FROM bench.dropped_index AS d LOOP
        EXECUTE 'DROP INDEX ' || name;
    END LOOP;
END $$;
