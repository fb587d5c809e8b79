import pytest

from tools.readability import lix


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        ([], 0),
        (["", "…"], 0),
        (["Du kan ringe."], 3),
        (["Du kan ringe. Vi svarer."], 2.5),
        (["Du kan", "ringe til os"], 2.5),
        (["Samarbejdspartnere koordinerer"], 2 + 100),
        (["Her er fire små ord", "Her er fem forfærdelige ord"], 5 + 10),
    ],
)
def test_lix_is_words_in_a_sentence_and_long_words_in_a_hundred(sentences, expected):
    assert lix(sentences) == pytest.approx(expected)
