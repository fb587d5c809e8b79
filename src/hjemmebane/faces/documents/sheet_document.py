"""An information sheet of the method, to put in somebody's hand."""

import datetime as dt

from hjemmebane.domain.method.content.entries import InformationSheet
from hjemmebane.faces.documents.typesetting import pdf
from hjemmebane.faces.documents.wording import footer
from hjemmebane.foundation.clock import day_of
from hjemmebane.foundation.written import written_day


def sheet_pdf(sheet: InformationSheet, *, sender: str, at: dt.datetime) -> bytes:
    """The sheet as a tagged PDF in the sender's name."""
    return pdf("sheet.typ", document(sheet, sender=sender, on=day_of(at)), at=at)


def document(sheet: InformationSheet, *, sender: str, on: dt.date) -> dict[str, object]:
    """The data of `sheet.typ`."""
    return {
        "title": sheet.title,
        "team": sender,
        "footer": footer(sender, written_day(on), is_demo=False),
        "lead": " ".join(sheet.text.split()),
        "sections": [
            {"title": section.title, "lines": list(section.lines)} for section in sheet.sections
        ],
    }
