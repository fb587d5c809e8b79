"""What a form on a page would send: its values as the browser reads them."""

from html.parser import HTMLParser

from django.http import HttpResponse


class FormReader(HTMLParser):
    """Collects the fields of the form with a given address."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action
        self.inside = False
        self.found = False
        self.values: dict[str, list[str]] = {}
        self.select = self.textarea = ""

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.inside = given.get("method") == "post" and given.get("action") == self.action
            self.found = self.found or self.inside
        elif self.inside:
            self._field(tag, given)

    def _field(self, tag, given):
        name = given.get("name", "")
        if tag == "select":
            self.select = name
            self.values.setdefault(name, [])
        elif tag == "option" and "selected" in given:
            self._note(self.select, given.get("value", ""))
        elif tag == "textarea":
            self.textarea = name
            self._note(name, "")
        elif tag == "input":
            if given.get("type") not in {"checkbox", "radio"}:
                self._note(name, given.get("value", ""))
            elif "checked" in given:
                self._note(name, given.get("value", "on"))

    def _note(self, name, value):
        self.values.setdefault(name, []).append(value)

    def handle_data(self, data):
        if self.inside and self.textarea:
            self.values[self.textarea][-1] += data

    def handle_endtag(self, tag):
        if tag == "textarea":
            # The browser drops the line break that Django puts after the opening tag.
            if self.textarea:
                text = self.values[self.textarea][-1]
                self.values[self.textarea][-1] = text.removeprefix("\r\n").removeprefix("\n")
            self.textarea = ""
        elif tag == "form":
            self.inside = False


def filled(response: HttpResponse, action: str) -> dict[str, list[str]]:
    """The values of the form on the page that is sent to `action`."""
    reader = FormReader(action)
    reader.feed(response.content.decode())
    assert reader.found, f"no form for {action}"
    reader.values.pop("csrfmiddlewaretoken", None)
    return reader.values
