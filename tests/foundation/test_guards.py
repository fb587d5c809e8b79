import pytest
from django.db import connections

from hjemmebane.foundation.guards import (
    APPEND_ONLY,
    Guard,
    GuardTable,
    OpenRows,
    OpenTable,
    guard_sql,
    history_sql,
    unguard_sql,
)

COURSE = "course_id IN (SELECT guard.visible_course_ids())"
CITIZEN = "citizen_id IN (SELECT guard.visible_citizen_ids())"


@pytest.mark.parametrize(
    ("guard", "read", "write"),
    [
        (Guard(course="course_id"), COURSE, COURSE),
        (Guard(citizen="citizen_id"), CITIZEN, CITIZEN),
        (Guard(course="course_id", citizen="citizen_id"), COURSE, COURSE),
        (Guard(course="course_id", read="a"), "a", "a"),
        (Guard(course="course_id", write="b"), COURSE, "b"),
        (Guard(read="a", write="b"), "a", "b"),
    ],
)
def test_conditions_follow_from_the_columns(guard, read, write):
    assert (guard.read_condition, guard.write_condition) == (read, write)


def test_statements_of_a_guard_in_order():
    assert guard_sql("t", Guard(read="r", write="w")) == [
        "REVOKE ALL ON t FROM hjemmebane_app, PUBLIC",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON t TO hjemmebane_app",
        "ALTER TABLE t ENABLE ROW LEVEL SECURITY",
        "CREATE POLICY t_read ON t FOR SELECT USING (r)",
        "CREATE POLICY t_insert ON t FOR INSERT WITH CHECK (w)",
        "CREATE POLICY t_update ON t FOR UPDATE USING (w) WITH CHECK (w)",
        "CREATE POLICY t_delete ON t FOR DELETE USING (w)",
    ]


def test_append_only_table_has_no_policy_for_changing():
    assert guard_sql("t", Guard(read="r", grants=APPEND_ONLY))[3:] == [
        "CREATE POLICY t_read ON t FOR SELECT USING (r)",
        "CREATE POLICY t_insert ON t FOR INSERT WITH CHECK (r)",
    ]


def test_who_may_add_or_change_rows_besides_is_let_into_that_policy_alone():
    guard = Guard(read="r", write="w", insert="i", update="u", grants="SELECT, INSERT, UPDATE")

    assert guard_sql("t", guard)[4:] == [
        "CREATE POLICY t_insert ON t FOR INSERT WITH CHECK ((w) OR (i))",
        "CREATE POLICY t_update ON t FOR UPDATE USING ((w) OR (u)) WITH CHECK ((w) OR (u))",
    ]


def test_right_to_change_is_granted_for_the_named_columns():
    assert Guard(grants="SELECT, UPDATE").granted == "SELECT, UPDATE"
    assert Guard(grants="SELECT, UPDATE", columns="a, b").granted == "SELECT, UPDATE (a, b)"


def test_history_is_filed_under_course_and_citizen():
    assert history_sql("t", Guard(course="course_id", citizen="citizen_id")).endswith(
        "AFTER INSERT OR UPDATE OR DELETE ON t FOR EACH ROW"
        " EXECUTE FUNCTION guard.record_change('course_id', 'citizen_id')"
    )


class Editor:
    """Collects what a migration would execute."""

    def __init__(self):
        self.statements = []

    def execute(self, statement):
        self.statements.append(statement)


def run(operation, direction):
    editor = Editor()
    getattr(operation, f"database_{direction}")("plans", editor, None, None)
    return editor.statements


def test_guarding_a_table_and_taking_it_back():
    guard = Guard(course="course_id")

    assert run(GuardTable("t", guard), "forwards") == [
        *guard_sql("t", guard),
        history_sql("t", guard),
    ]
    assert run(GuardTable("t", guard, history=False), "forwards") == guard_sql("t", guard)
    assert run(GuardTable("t", guard), "backwards") == unguard_sql("t")


def test_opening_a_table_and_taking_it_back():
    assert run(OpenTable("t", "SELECT"), "forwards") == [
        "REVOKE ALL ON t FROM hjemmebane_app, PUBLIC",
        "GRANT SELECT ON t TO hjemmebane_app",
    ]
    assert run(OpenTable("t", "SELECT"), "backwards") == ["REVOKE ALL ON t FROM hjemmebane_app"]


def test_opening_rows_to_somebody_and_shutting_them_again():
    opened = OpenRows("t", "partner", "is_open")

    assert run(opened, "forwards") == [
        "CREATE POLICY t_partner_select ON t FOR SELECT USING (is_open)"
    ]
    assert run(opened, "backwards") == ["DROP POLICY t_partner_select ON t"]


def test_operations_describe_and_rebuild_themselves():
    guard = GuardTable("t", Guard(course="course_id"), history=False)
    opened = OpenTable("t", "SELECT")

    assert guard.describe() == "Guard t"
    rows = OpenRows("t", "partner", "is_open", command="UPDATE")

    assert rows.describe() == "Open rows of t to partner"
    for operation in (guard, opened, rows):
        name, args, kwargs = operation.deconstruct()
        again = type(operation)(*args, **kwargs)
        assert name == type(operation).__name__
        assert run(again, "forwards") == run(operation, "forwards")


@pytest.mark.slow
def test_guard_can_be_taken_off_and_put_on_again(committed_db, database_cluster):
    """Going back a migration and forward again leaves the same policies."""
    guard = Guard(course="course_id")
    policies = "SELECT policyname, qual, with_check FROM pg_policies WHERE tablename = %s"
    with connections["owner"].cursor() as cursor:
        cursor.execute(policies, ["plans_assessment"])
        before = cursor.fetchall()
        for statement in unguard_sql("plans_assessment"):
            cursor.execute(statement)
        cursor.execute(policies, ["plans_assessment"])
        assert cursor.fetchall() == []
        for statement in [
            *guard_sql("plans_assessment", guard),
            history_sql("plans_assessment", guard),
        ]:
            cursor.execute(statement)
        cursor.execute(policies, ["plans_assessment"])
        assert sorted(cursor.fetchall()) == sorted(before)
