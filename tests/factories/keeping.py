"""The smallest action that makes a row, for tests of what a table itself refuses."""

from hjemmebane.foundation.actions import action


@action
def keep_row(*, record, by):
    return record.insert()
