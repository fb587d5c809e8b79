import pytest

from hjemmebane.foundation.conditions import normalised


@pytest.mark.parametrize(
    ("ours", "stored"),
    [
        ("guard.actor() IS NOT NULL", "(guard.actor() IS NOT NULL)"),
        (
            "course_id IN (SELECT guard.visible_course_ids())",
            "(course_id IN ( SELECT guard.visible_course_ids() AS visible_course_ids))",
        ),
        (
            "guard.is_operations() OR team_id IN (SELECT guard.coordinated_team_ids())",
            (
                "(guard.is_operations() OR (team_id IN"
                " ( SELECT guard.coordinated_team_ids() AS coordinated_team_ids)))"
            ),
        ),
        ("a AND (b OR c)", "(a AND (b OR c))"),
        ("a AND b OR c", "((a AND b) OR c)"),
        ("kind = 'X'", "((kind)::text = 'X'::text)"),
        (
            "id IN (SELECT consent_id FROM guard.open_consents())",
            (
                "(id IN ( SELECT open_consents.consent_id\n   FROM guard.open_consents()"
                " open_consents(consent_id, citizen_id, scope)))"
            ),
        ),
        (
            "a >= (SELECT guard.today()::timestamp AT TIME ZONE 'X')",
            (
                "(a >= ( SELECT ((guard.today())::timestamp without time zone AT TIME ZONE"
                " 'X'::text) AS timezone))"
            ),
        ),
    ],
)
def test_two_spellings_of_a_condition_are_equal(ours, stored):
    assert normalised(ours) == normalised(stored)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a AND (b OR c)", "a AND b OR c"),
        ("course_id IN (SELECT f())", "course_id IN (SELECT g())"),
        ("course_id IN (SELECT f())", "citizen_id IN (SELECT f())"),
        ("course_id IN (SELECT f())", "NOT course_id IN (SELECT f())"),
        ("f(id)", "f(citizen_id)"),
        ("a", "a OR b"),
        ("a", ""),
        ("a", "true"),
    ],
)
def test_two_conditions_differ(one, other):
    assert normalised(one) != normalised(other)
