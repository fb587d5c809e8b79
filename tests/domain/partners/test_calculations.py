"""Words that were said, and the offers they speak for."""

from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.domain.partners.calculations import (
    BEGINNINGS,
    WHOLE,
    Interest,
    interests,
    matched,
)
from hjemmebane.domain.partners.choices import OfferTheme

THEMES = st.sampled_from(OfferTheme.values)
OFFERS = st.lists(st.tuples(st.integers(), st.lists(THEMES, max_size=3)), max_size=6)
STATED = st.lists(st.builds(Interest, THEMES, st.just("ord"), st.just("Ord")), max_size=4)


def test_themes_are_those_of_the_choices():
    assert set(BEGINNINGS) == set(WHOLE) == set(OfferTheme.values)


def test_a_word_stands_for_its_theme_and_is_told():
    said = "Jeg vil gerne FISKE igen, og have en at spise med"

    assert interests([said]) == [Interest("NATURE", "fiske", said), Interest("FOOD", "spise", said)]


def test_words_that_only_look_alike_are_no_interest():
    assert interests(["Det er dyrt at have det kort", "Jeg trænger til ro"]) == []


@given(st.text(max_size=60))
def test_every_word_told_was_said(said):
    for interest in interests([said]):
        assert interest.word in said.casefold()


@given(OFFERS, STATED)
def test_matched_share_a_theme_and_the_others_do_not(offers, stated):
    themes = {one.theme for one in stated}

    found = matched(offers, stated)

    assert sorted(one.offer for one in found) == sorted(
        offer for offer, its in offers if themes & set(its)
    )
    counts = [len(one.because) for one in found]
    assert counts == sorted(counts, reverse=True)


@given(OFFERS)
def test_nothing_said_matches_nothing(offers):
    assert matched(offers, []) == []
