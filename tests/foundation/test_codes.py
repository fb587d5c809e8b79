from hypothesis import given
from hypothesis import strategies as st

from hjemmebane.foundation.codes import ALPHABET, CODE_LENGTH, bare_code, spelled_code

digests = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(digests)
def test_code_is_three_groups_of_letters_that_cannot_be_mistaken(digest):
    code = spelled_code(digest)

    assert [len(group) for group in code.split("-")] == [4, 4, 4]
    assert set(bare_code(code)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("0O1I5S8BGQZ2")
    assert len(bare_code(code)) == CODE_LENGTH


def test_codes_of_different_digests_differ():
    codes = {spelled_code(f"{number:064x}") for number in range(2_000)}

    assert len(codes) == 2_000


@given(digests, st.sampled_from(["", " ", " - ", "\t"]))
def test_code_is_recognised_however_it_is_typed(digest, gap):
    code = spelled_code(digest)

    typed = gap.join(code.lower().split("-"))

    assert bare_code(typed) == bare_code(code)
