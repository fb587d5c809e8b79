"""What a team has today: hours by profession, a number of citizens, and no name."""

from decimal import Decimal

import pytest

from hjemmebane.domain.economics.calculations.actual import ActualPost
from hjemmebane.domain.economics.queries import actual_team
from hjemmebane.foundation.actors import acting
from hjemmebane.foundation.clock import today


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("who", "citizens"), [("bo", 1), ("mette", 1), ("omar", None)], ids=["bo", "mette", "omar"]
)
def test_only_who_works_in_the_team_or_answers_for_it_is_told_how_many(
    cast, django_assert_num_queries, who, citizens
):
    with acting(getattr(cast, who).actor), django_assert_num_queries(2):
        found = actual_team(cast.team_one, today=today())

    assert found.citizens == citizens
    assert all(isinstance(post, ActualPost) for post in found.posts)
    assert sum(post.people for post in found.posts) == 2
    assert {post.hours for post in found.posts} == {Decimal(37)}
    assert not {"Ida", "Bo"} & {post.title for post in found.posts}
