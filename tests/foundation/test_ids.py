from hjemmebane.foundation.ids import new_id


def test_ids_say_when_not_how_many():
    assert [new_id().version for _ in range(3)] == [7, 7, 7]
