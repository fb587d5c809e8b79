"""Files in and out: what is written is read again, and what cannot be read is told by its place."""

import io
import zipfile
from decimal import Decimal

import openpyxl
import pytest

from hjemmebane.domain.economics.calculations.costing import Amount, Post
from hjemmebane.domain.economics.content.brought import costing_brought, scenario_brought
from hjemmebane.domain.economics.content.faults import FaultyFile
from hjemmebane.domain.economics.content.shipped import published_scenarios
from hjemmebane.domain.economics.content.taken_along import as_toml, as_xlsx
from tests.factories.economics import a_costing, a_scenario

COSTINGS = [
    a_costing(),
    a_costing(staff=(), known_total=Decimal("1356900.25"), known_hours=Decimal("88.3")),
    a_costing(count_avoided=True, rounding="REPORT", overhead=Decimal("0.125")),
]
SCENARIOS = [a_scenario(), *published_scenarios()]


@pytest.mark.parametrize("write", [as_toml, as_xlsx])
@pytest.mark.parametrize("costing", COSTINGS, ids=["staff", "known", "report"])
def test_costing_comes_back_from_its_own_file(write, costing):
    assert costing_brought("regnestykke", write(costing)) == costing


@pytest.mark.parametrize("write", [as_toml, as_xlsx])
@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.title)
def test_scenario_comes_back_from_its_own_file(write, scenario):
    assert scenario_brought("scenarie", write(scenario)) == scenario


def book_of(costing=None, **changed):
    """The workbook of a costing, with cells exchanged: `staff_C2` is C2 in the sheet staff."""
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(costing or a_costing())))
    for place, value in changed.items():
        sheet, _, cell = place.rpartition("_")
        book[sheet][cell] = value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def cell_of(key, content=None, sheet="Tal"):
    book = openpyxl.load_workbook(io.BytesIO(content or as_xlsx(a_costing())))
    [row] = [row for row in book[sheet].iter_rows() if row[0].value == key]
    return row[1].coordinate


def faults(read, content, name="fil.xlsx"):
    with pytest.raises(FaultyFile) as faulty:
        read(name, content)
    return faulty.value.faults


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("places", 0, "places skal være større end 0."),
        ("overhead", 2, "overhead må ikke være over 1."),
        ("overhead", "0,2", "overhead er ikke et tal. Skriv det som et tal i cellen"),
        ("overhead", "=1+1", "overhead er en formel. Skriv det tal, den giver."),
        ("price_year", "i år", "price_year skal være et helt tal."),
        ("rounding", "OP", "rounding skal være en af 'NONE' eller 'REPORT'."),
    ],
    ids=["no-places", "200-percent", "comma", "formula", "year", "rounding"],
)
def test_fault_in_a_workbook_is_told_with_its_cell(key, value, said):
    cell = cell_of(key)

    [fault] = faults(costing_brought, book_of(**{f"Tal_{cell}": value}))

    assert fault.startswith(f"arket Tal, celle {cell}: {said}")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"staff_D2": -5}, "arket staff, celle D2: staff[1].hours må ikke være under 0."),
        ({"staff_D2": None}, "arket staff, række 2: staff[1].hours mangler."),
        ({"staff_B3": "WIZARD"}, "arket staff, celle B3: staff[2]: Der er ingen løn for “WIZARD”"),
        ({"staff_C2": 1.5}, "arket staff, celle C2: staff[1].people skal være et helt tal."),
        ({"other_B2": "=HYPERLINK(1)"}, "arket other, celle B2: kroner er en formel."),
        ({"staff_I1": "løn"}, "arket staff, række 2"),
    ],
    ids=["negative", "missing", "profession", "half-person", "formula", "column"],
)
def test_fault_in_a_line_is_told_with_its_cell(changed, said):
    changed = {**changed, **({"staff_I2": 3} if "staff_I1" in changed else {})}
    found = faults(costing_brought, book_of(**changed))

    assert len(found) == 1
    assert found[0].startswith(said) or "kendes ikke" in found[0]


NO_HOURS = (
    "arket staff, række 1: Kolonnen hours mangler. Skriv hours i første række, og udfyld kolonnen."
)


def test_column_that_is_missing_is_told_once():
    found = faults(costing_brought, book_of(staff_D1=None, staff_D2=None, staff_D3=None))

    assert found == [
        NO_HOURS,
    ]


def test_column_that_nobody_knows_is_told_once_with_its_cell():
    found = faults(costing_brought, book_of(staff_D1="timer"))

    assert set(found) == {
        NO_HOURS,
        "arket staff, celle D1: Kolonnen timer kendes ikke. Ret navnet, eller slet kolonnen.",
    }
    assert len(found) == 2


def test_every_fault_is_told_at_once():
    found = faults(costing_brought, book_of(staff_D2=-5, other_B2=-1))

    assert len(found) == 2


def test_consequence_without_a_year_is_told():
    scenario = as_toml(a_scenario()).decode()
    first, _, rest = scenario.partition("price_year = 2022\n")
    second, _, rest = rest.partition("price_year = 2022\n")
    text = f"{first}price_year = 2022\n{second}{rest}"

    [fault] = faults(scenario_brought, text.encode(), "fil.toml")

    assert "consequences[1].price_year mangler." in fault
    assert fault.startswith("linje ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("success_rate = 1.7", "success_rate må ikke være over 1."),
        ("success_rate = 0,2", "Skriv decimaltal med punktum (0.2), ikke komma."),
    ],
    ids=["above-one", "comma"],
)
def test_bad_rate_in_a_text_file_is_told_with_its_line(text, said):
    told = as_toml(a_scenario()).decode().replace("success_rate = 0.3", text)

    [fault] = faults(scenario_brought, told.encode(), "fil.toml")

    assert said in fault
    assert fault.startswith("linje ")


def test_kroner_written_with_three_decimals_come_back():
    costing = a_costing(other=(Amount(what="Kørsel", kroner=Decimal("4.125")),))

    for write in (as_toml, as_xlsx):
        assert costing_brought("fil", write(costing)) == costing


def test_thousands_with_a_point_in_a_cell_of_text_are_told():
    [fault] = faults(costing_brought, book_of(other_B2="25.000"))

    assert fault.startswith("arket other, celle B2: kroner er ikke et tal. Skriv det som et tal i")


WORDS = ("=1+1", "+45 20", "-minus", "@sum", "=HYPERLINK(0)")


def test_words_that_look_like_formulas_stay_words():
    costing = a_costing(
        title=WORDS[0], other=tuple(Amount(what=one, kroner=Decimal(1)) for one in WORDS)
    )
    content = as_xlsx(costing)

    book = openpyxl.load_workbook(io.BytesIO(content))
    assert {cell.data_type for cell in book["other"]["A"]} == {"s"}
    assert costing_brought("fil.xlsx", content) == costing


def test_letters_that_a_workbook_cannot_hold_are_left_out():
    costing = a_costing(
        staff=(Post(title="Bo\x0bstøtte\x01", profession="NURSE", hours=Decimal(1)),)
    )

    assert costing_brought("fil.xlsx", as_xlsx(costing)).staff[0].title == "Bo støtte"


TURNED = "Kom\\b \\u202eregnidleM\\u202c\\u200b"


def test_signs_that_nobody_sees_are_left_out_of_a_file():
    costing = a_costing(title="Holdet", other=(Amount(what="Holdet", kroner=Decimal(1)),))
    told = as_toml(costing).decode().replace("Holdet", TURNED)

    found = costing_brought("fil.toml", told.encode())

    assert [found.title, found.other[0].what] == ["Kom regnidleM"] * 2


@pytest.mark.parametrize("title", ["\\u202e", "\\b"], ids=["turned", "control"])
def test_title_of_nothing_that_is_seen_is_empty(title):
    told = as_toml(a_costing(title="Holdet")).decode().replace("Holdet", title)

    [fault] = faults(costing_brought, told.encode(), "fil.toml")

    assert "title er tom" in fault


def packed(**parts):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, content in parts.items():
            folder.writestr(name, content)
    return written.getvalue()


def with_part(name, change):
    """A workbook one of whose parts is something else."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book_of())) as read, zipfile.ZipFile(written, "w") as folder:
        for one in read.namelist():
            content = read.read(one)
            folder.writestr(one, change(content) if one == name else content)
    return written.getvalue()


def marked(place, value):
    """A folder whose only file says of itself that it is packed in a way nobody here can open."""
    content = bytearray(packed(a=b"tom"))
    listed = content.index(b"PK\x01\x02")
    content[place], content[listed + place + 2] = value, value
    return bytes(content)


LATE = b'<?xml version="1.0"?>' + b" " * 5_000 + b'<!DOCTYPE x [<!ENTITY a "1">]>'
WIDE = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x [<!ENTITY a "1">]>'


def wide(xml):
    return (WIDE + xml.decode()).encode("utf-16")


TEAM = b'title = "a"\nprice_year = 2022\nknown_total = 1\n'
BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04 not at all", "kan ikke læses som et regneark"),
        (packed(a=b"tom"), "kan ikke læses som et regneark"),
        (marked(place=8, value=99), "kan ikke læses som et regneark"),
        (marked(place=6, value=1), "kan ikke læses som et regneark"),
        (packed(a=b"0" * 25_000_000), "fylder alt for meget"),
        (packed(**{f"a{n}": b"" for n in range(300)}), "fylder alt for meget"),
        (
            with_part("xl/worksheets/sheet1.xml", lambda xml: BOMB + xml),
            "kan ikke læses som et regneark",
        ),
        (
            with_part("xl/worksheets/sheet1.xml", lambda xml: xml[: len(xml) // 2]),
            "kan ikke læses som et regneark",
        ),
        (
            with_part("xl/worksheets/sheet1.xml", lambda xml: LATE + xml),
            "kan ikke læses som et regneark",
        ),
        (
            with_part("xl/worksheets/sheet1.xml", wide),
            "kan ikke læses som et regneark",
        ),
        (packed(a=b"0" * 3_000_001), "fylder alt for meget"),
        (
            with_part("xl/styles.xml", lambda xml: xml + b"<xf/>" * 50_000),
            "fylder alt for meget",
        ),
        (
            with_part(
                "xl/worksheets/sheet1.xml",
                lambda xml: xml.replace(b"<v>2022</v>", b"<v>1e999</v>"),
            ),
            "price_year",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "gammelt format"),
        (b"\xff\xfe\x00t", "UTF-8"),
        (b"x" * 5_000_001, "for stor"),
        (b"", "mangler"),
        (b'title = "\\u0000"', "ikke kan gemmes"),
        (b"a" + b".a" * 10_000 + b" = 1", "linje 1: Der er for mange punktummer"),
        (b"a = 1\n" * 10_001, "for lang til et regnestykke"),
        (b"places = " + b"9" * 5_000, "linje 1: Tallet er for langt"),
        (TEAM + b"places = 1e99999999999999999999", "places skal være et tal"),
        (TEAM + b"places = 1e999", "places må ikke være over"),
        (TEAM + b"places = 1e-30", "places skal være større end 0"),
        (b"\n".join(b"x%d = 1" % n for n in range(3_000)), "… og 2953 fejl mere."),
        (b'title = "' + b"x" * 301 + b'"', "må højst have 300 tegn"),
    ],
    ids=[
        "no-zip",
        "no-workbook",
        "packed-strangely",
        "password",
        "bomb",
        "many-parts",
        "entities",
        "half",
        "late-entities",
        "wide-entities",
        "large-inside",
        "many-tags",
        "endless",
        "xls",
        "utf-16",
        "large",
        "empty",
        "null",
        "deep",
        "many-lines",
        "long-number",
        "endless-number",
        "large-number",
        "nearly-nought",
        "many-faults",
        "long",
    ],
)
def test_what_cannot_be_read_is_refused_kindly(content, said):
    assert said in " ".join(faults(costing_brought, content, "fil"))


def test_workbook_without_the_first_sheet():
    book = openpyxl.Workbook()
    written = io.BytesIO()
    book.save(written)

    assert faults(costing_brought, written.getvalue()) == [
        "Arket “Tal” mangler. Hent en fil herfra, og ret i den."
    ]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"Tal_A60": "places", "Tal_B60": 999}, "arket Tal, celle B60: places står der to gange"),
        ({"Tal_B60": 999}, "arket Tal, celle B60: Her står noget, som ingen nøgle hører til"),
        ({"Tal_A90": "plads", "Tal_B90": 9}, "arket Tal, celle B90: plads kendes ikke"),
        ({"staff_Z1": "hours"}, "arket staff, række 1: hours står der to gange"),
        ({"staff_Z2": 3}, "arket staff, celle Z2: Her står noget"),
        ({"staff_D2": True}, "er ikke et tal"),
    ],
    ids=["twice", "no-key", "far-below", "heading-twice", "no-heading", "true"],
)
def test_nothing_in_a_workbook_is_passed_over(changed, said):
    assert said in " ".join(faults(costing_brought, book_of(**changed)))


def test_sheet_of_another_name_is_told_and_an_empty_one_is_not():
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(a_costing())))
    book.create_sheet("Ark1")
    book.create_sheet("Udgifter").append(["what", "kroner"])
    written = io.BytesIO()
    book.save(written)

    assert faults(costing_brought, written.getvalue()) == [
        "arket Udgifter: Arket kendes ikke. Ret dets navn, eller slet det."
    ]


def test_more_decimals_than_can_be_kept_are_rounded():
    brought = costing_brought("fil", TEAM + b"places = 20.83333333333333")

    assert brought.places == Decimal("20.833333")


def test_too_many_lines_are_refused():
    many = "\n".join('[[other]]\nwhat = "a"\nkroner = 1' for _ in range(61))
    text = f'title = "a"\nplaces = 1\nprice_year = 2022\nknown_total = 1\n{many}'

    assert "må højst have 60 linjer" in faults(costing_brought, text.encode())[0]
