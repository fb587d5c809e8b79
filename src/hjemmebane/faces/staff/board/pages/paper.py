"""The board as it is arranged, for paper: the same words, without what is pressed."""

import datetime as dt

from hjemmebane.faces.documents.board_document import PaperCell, PaperGroup, board_pdf
from hjemmebane.faces.documents.wording import sentences, sentences_in_a_row
from hjemmebane.faces.staff.board.pages.board import BoardPage, BoardRow
from hjemmebane.faces.staff.board.pages.columns import Cell


def board_on_paper(board: BoardPage, *, is_demo: bool, at: dt.datetime) -> bytes:
    return board_pdf(
        team=board.team.name,
        lead=sentences_in_a_row(board.team.name, board.day, board.summary),
        headings=[heading.label for heading in board.headings],
        groups=[PaperGroup(one.heading, [row_of(row) for row in one.rows]) for one in board.groups],
        is_demo=is_demo,
        at=at,
    )


def row_of(row: BoardRow) -> list[PaperCell]:
    late = "Dagen er gået" if row.standing.is_overdue else ""
    name = PaperCell(row.name, sentences(row.standing.label, row.standing.review), late)
    return [name, *(cell_of(cell) for _heading, cell in row.cells)]


def cell_of(cell: Cell) -> PaperCell:
    said = f"“{cell.said}”" if cell.said else ""
    tag = cell.tag.label if cell.tag else ""
    text = sentences_in_a_row(cell.text or cell.none, tag, said)
    return PaperCell(text, sentences(cell.small, cell.below), cell.late)
