"""The tables of a tagged PDF, as a screen reader meets them: by heading, row and cell."""

import io

from pypdf import PdfReader

HEADINGS = {"/H1", "/H2", "/H3"}
CELLS = {"/TH", "/TD"}


def tables_of(pdf):
    """Each table as its last heading and its rows, in reading order; a row is its cells' texts."""
    document = PdfReader(io.BytesIO(pdf))
    said = _said(document)
    found, heading = [], ""
    for kind, node in _walked(document.root_object["/StructTreeRoot"]):
        if kind in HEADINGS:
            heading = _text(node, said)
        elif kind == "/Table":
            rows = [one for name, one in _walked(node) if name == "/TR"]
            found.append((heading, [_cells(row, said) for row in rows]))
    return found


def _cells(row, said):
    return [_text(node, said) for kind, node in _walked(row) if kind in CELLS]


def _said(document):
    """What is printed under each mark: by page and number."""
    texts = {}
    for page in document.pages:
        marks = []

        def open_or_close(operator, operands, *_, marks=marks):
            if operator == b"BDC":
                marks.append(operands[1].get("/MCID"))
            elif operator == b"EMC":
                marks.pop()

        def keep(text, *_, marks=marks, key=page.indirect_reference.idnum):
            if marks and marks[-1] is not None:
                texts[key, marks[-1]] = texts.get((key, marks[-1]), "") + text

        page.extract_text(visitor_operand_before=open_or_close, visitor_text=keep)
    return texts


def _walked(node):
    """The elements below one, in order, with what they are."""
    for child in _children(node):
        if isinstance(child, dict) and "/S" in child:
            yield child["/S"], child
            yield from _walked(child)


def _children(node):
    children = node.get("/K", [])
    children = children.get_object() if hasattr(children, "get_object") else children
    children = children if isinstance(children, list) else [children]
    return [one.get_object() for one in children]


def _text(node, said):
    """All that is printed below an element, spaces evened out and words whole again."""
    parts = [*_parts(node, None, said)]
    return " ".join("".join(parts).replace("\xad", "").split())


def _parts(node, page, said):
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    for child in _children(node):
        if isinstance(child, int):
            yield said.get((page, int(child)), "")
        elif "/MCID" in child:
            where = child.raw_get("/Pg").idnum if "/Pg" in child else page
            yield said.get((where, int(child["/MCID"])), "")
        else:
            yield from _parts(child, page, said)
