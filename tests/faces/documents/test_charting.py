"""Charts on paper: the very picture of the page, told in words too, and its table."""

from hjemmebane.design.samples import two_teams
from hjemmebane.faces.documents.charting import Section, charted, figures_pdf
from tests.faces.documents.test_papers import figures, is_tagged, text_of
from tests.factories.cast import NOW

CHART = two_teams()


def test_paper_gets_the_very_picture_and_rows_of_the_page():
    told = charted(CHART)

    assert told["svg"] == CHART.svg
    assert told["rows"] == [[cell for _, cell in row] for row in CHART.rows]


def test_figures_are_a_tagged_document_with_sentence_and_table():
    section = Section("Kendskab", "Første linje\n#anden", [CHART])
    paper = figures_pdf(
        title="Tal for teamet",
        team="Team Vest",
        lead="Til at tale om.",
        sections=[section],
        is_demo=True,
        at=NOW,
    )

    is_tagged(paper, "Tal for teamet")
    assert figures(paper) == [CHART.summary]
    text = text_of(paper)
    assert CHART.title in text
    assert "#anden" in text
    assert "Demo – opdigtede personer" in text
    # Once in the picture, once in the table.
    assert text.count("4,3 (n = 6)") == 2
    assert text.count("ikke nok data (n = 2)") == 2
