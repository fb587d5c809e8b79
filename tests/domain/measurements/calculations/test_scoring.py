"""Scores against cases worked by hand, and what must hold for any answers."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from hjemmebane.domain.measurements.calculations.scoring import UnknownAnswer, band_of, score
from hjemmebane.domain.method.content.measuring import Direction, Formula
from hjemmebane.domain.method.queries import instrument, instruments

X = None

# Instrument, answers in the order of the questions, the figure worked by hand, and where the rule
# is from.
BY_HAND = [
    ("BRIEF_INSPIRE", [2, 2, 2, 2, 2], "50", "Evaluering Bilag 1: “i nogen grad” hele vejen er 50"),
    ("BRIEF_INSPIRE", [3, 3, 3, 3, 3], "75", "Evaluering Bilag 1: “en hel del” hele vejen er 75"),
    ("BRIEF_INSPIRE", [0, 1, 2, 3, 4], "50", "(0+1+2+3+4) × 5"),
    ("BRIEF_INSPIRE", [4, 4, 4, 4, X], None, "alle fem skal være besvaret"),
    ("BRIEF_INSPIRE_O", [4, 4, 4, 4, 4], "100", "20 × 5"),
    ("BRIEF_INSPIRE_O", [1, 0, 3, 2, 2], "40", "8 × 5"),
    ("BRIEF_INSPIRE_O", [X, 0, 3, 2, 2], None, "alle fem skal være besvaret"),
    ("GSE", [1] * 10, "10", "Schwarzer: laveste sum"),
    ("GSE", [4] * 10, "40", "Schwarzer: højeste sum"),
    ("GSE", [3, 3, 3, 3, 3, 3, 3, 3, 3, 2], "29", "Schwarzer: 2,9 pr. spørgsmål"),
    ("GSE", [3, 2, 4, 1, X, X, 2, 3, 4, X], "27.14", "19 / 7 × 10"),
    ("GSE", [3, 2, 4, 1, X, X, 2, 3, X, X], None, "højst tre må mangle"),
    ("VUM", [0] * 11, "0", "intet problem nogen steder"),
    ("VUM", [4] * 11, "4", "fuldstændigt problem overalt"),
    ("VUM", [4, 1, 3, 0, 2, 2, 3, 3, 3, 2, 2], "2.27", "25 / 11"),
    ("VUM", [4, X, 3, X, 2, 2, 3, 3, 3, 2, X], "2.75", "22 / 8"),
    ("VUM", [4, X, X, X, 2, 2, 3, 3, 3, 2, X], None, "højst tre må mangle"),
    ("PROGRESSION", [4, 4, 4, 0, 4, 4], "4", "det vendte svar 0 tæller 4"),
    ("PROGRESSION", [0, 0, 0, 4, 0, 0], "0", "det vendte svar 4 tæller 0"),
    ("PROGRESSION", [2, 1, 3, 3, 0, 2], "1.50", "(2+1+3+1+0+2) / 6"),
    ("PROGRESSION", [2, X, 3, 3, X, 2], "2", "(2+3+1+2) / 4"),
    ("PROGRESSION", [2, X, 3, X, X, 2], None, "højst to må mangle"),
    ("MOOD", [4], "4", "svaret selv"),
    ("MOOD", [X], None, "intet svar, intet tal"),
    ("WHO_5", [3, 3, 2, 2, 3], "52", "13 × 4"),
    ("WHO_5", [5] * 5, "100", "25 × 4"),
    ("WHO_5", [3, 3, X, 2, 3], None, "alle fem skal være besvaret"),
    ("AUDIT", [4, 2, 3, 0, 0, 0, 1, 1, 0, 2], "13", "summen"),
    ("AUDIT", [4, 4, 4, 4, 4, 4, 4, 4, 4, 4], "40", "WHO: højeste sum"),
    ("AUDIT", [4, 4, 4, 4, 4, 4, 4, 4, 4, X], None, "alle ti skal være besvaret"),
    ("DUDIT", [4, 3, 2, 2, 1, 0, 1, 0, 2, 2, 4], "21", "summen"),
    ("DUDIT", [4] * 11, "44", "EMCDDA: højeste sum"),
    ("DUDIT", [X] + [4] * 10, None, "alle elleve skal være besvaret"),
]


def in_order(chosen, points):
    return dict(zip((item.code for item in chosen.items), points, strict=True))


@pytest.mark.parametrize(
    ("code", "points", "expected", "rule"),
    BY_HAND,
    ids=[f"{code}-{number}" for number, (code, *_) in enumerate(BY_HAND)],
)
def test_score_is_the_one_worked_by_hand(code, points, expected, rule):
    chosen = instrument(code)
    found = score(chosen, in_order(chosen, points)).value
    assert found == (None if expected is None else Decimal(expected)), rule


def test_every_instrument_has_a_case_with_and_without_a_figure():
    with_figure = {code for code, _, expected, _ in BY_HAND if expected is not None}
    without = {code for code, _, expected, _ in BY_HAND if expected is None}
    assert with_figure == without == {one.code for one in instruments()}


def test_what_was_not_answered_may_be_left_out():
    chosen = instrument("GSE")
    answers = in_order(chosen, [3, 2, 4, 1, X, X, 2, 3, 4, X])
    given_ones = {code: points for code, points in answers.items() if points is not None}
    assert score(chosen, given_ones) == score(chosen, answers)


def test_parts_turn_the_reversed_round():
    chosen = instrument("PROGRESSION")
    assert score(chosen, {"MENTAL_STRAIN": 1, "ECONOMY": 1}).parts == {
        "MENTAL_STRAIN": 3,
        "ECONOMY": 1,
    }


@pytest.mark.parametrize("points", [-1, 5, 3.0, True, "3", [3]], ids=str)
def test_an_answer_that_is_none_is_refused(points):
    with pytest.raises(UnknownAnswer, match=r"HOPE: svaret .* findes ikke\. Vælg mellem 0, 1, 2,"):
        score(instrument("BRIEF_INSPIRE"), {"HOPE": points})


def test_an_answer_between_two_steps_is_refused():
    with pytest.raises(UnknownAnswer, match="Vælg mellem 0, 2, 4"):
        score(instrument("AUDIT"), {"INJURY": 1})


def test_a_question_of_another_instrument_is_refused():
    with pytest.raises(UnknownAnswer, match="Brief INSPIRE har ikke spørgsmålet CALM"):
        score(instrument("BRIEF_INSPIRE"), {"CALM": 2})


@pytest.mark.parametrize(
    ("code", "value", "gender", "expected"),
    [
        ("WHO_5", "35", "", "Stor risiko for depression eller stress"),
        ("WHO_5", "36", "", "Risiko for depression eller stress"),
        ("WHO_5", "52", "", "Ingen tegn på risiko"),
        ("AUDIT", "7", "", "Lav risiko"),
        ("AUDIT", "20", "", "Tegn på afhængighed"),
        ("DUDIT", "5", "MALE", "Ingen tegn på problemer"),
        ("DUDIT", "5", "FEMALE", "Tegn på problemer med stoffer"),
        ("DUDIT", "25", "MALE", "Sandsynligvis afhængighed"),
    ],
)
def test_band_is_the_published_one(code, value, gender, expected):
    assert band_of(instrument(code), Decimal(value), gender).text == expected


def test_a_band_that_depends_on_gender_is_not_guessed():
    assert band_of(instrument("DUDIT"), Decimal(5)) is None


@st.composite
def answered(draw):
    """Any instrument with any answers to any of its questions."""
    chosen = draw(st.sampled_from(instruments()))
    answers = {
        item.code: draw(st.sampled_from([None, *chosen.scale_of(item).all_points]))
        for item in chosen.items
    }
    return chosen, answers


@given(answered())
def test_a_figure_lies_within_the_limits(case):
    chosen, answers = case
    found = score(chosen, answers)
    too_few = found.missing > chosen.scoring.missing_allowed
    assert (found.value is None) == too_few
    if found.value is not None:
        assert chosen.scoring.lowest <= found.value <= chosen.scoring.highest


@given(answered(), st.data())
def test_a_better_answer_never_makes_it_worse(case, data):
    chosen, answers = case
    item = data.draw(st.sampled_from(chosen.items))
    before = score(chosen, answers)
    higher = [p for p in chosen.scale_of(item).all_points if p > (answers[item.code] or 0)]
    assume(answers[item.code] is not None and higher and before.value is not None)
    after = score(chosen, {**answers, item.code: data.draw(st.sampled_from(higher))})
    assert (after.value <= before.value) if item.reverse else (after.value >= before.value)


@given(answered(), st.randoms(use_true_random=False))
def test_the_order_of_the_answers_says_nothing(case, random):
    chosen, answers = case
    shuffled = list(answers.items())
    random.shuffle(shuffled)
    assert score(chosen, dict(shuffled)) == score(chosen, answers)


@given(answered())
def test_questions_of_one_scale_weigh_the_same(case):
    """Two answers that change places leave the figure as it was."""
    chosen, answers = case
    first, *rest = [i for i in chosen.items if not i.reverse]
    alike = [item for item in rest if item.scale == first.scale]
    assume(alike)
    swapped = {**answers, first.code: answers[alike[0].code], alike[0].code: answers[first.code]}
    assert score(chosen, swapped).value == score(chosen, answers).value


@pytest.mark.parametrize("chosen", instruments(), ids=lambda one: one.code)
def test_the_ends_can_be_reached(chosen):
    def all_at(end):
        return {
            item.code: getattr(
                chosen.scale_of(item), "lowest" if end == item.reverse else "highest"
            )
            for item in chosen.items
        }

    assert score(chosen, all_at(end=True)).value == chosen.scoring.highest
    assert score(chosen, all_at(end=False)).value == chosen.scoring.lowest


def test_lower_is_better_where_problems_are_counted():
    down = {one.code for one in instruments() if one.direction is Direction.DOWN}
    assert down == {"VUM", "AUDIT", "DUDIT"}
    assert {o.code for o in instruments() if o.scoring.formula is Formula.MEAN} == {
        "VUM",
        "PROGRESSION",
    }
