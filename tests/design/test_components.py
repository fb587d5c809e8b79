"""Every component keeps its contract: it shows what its comment names and refuses the rest."""

import re

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.template.base import Lexer, TokenType

from hjemmebane.design.documentation import UndocumentedComponent, documentation_of
from tests.design.catalogue import (
    COMPONENTS,
    SCRIPT,
    contract_of,
    included,
    rendered,
    source_of,
    templates,
)

INCLUDE = re.compile(r"""include ["']design/components/([a-z_]+)\.html["'](.*)""")
GIVEN = re.compile(r"""\b([a-z_]+)=""")
BLOCK = re.compile(r"""component ["']([a-z_]+)["'](.*)""")
QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
WITHOUT_FREE_TEXT = {"error_summary", "form_actions"}


@pytest.mark.parametrize("component", COMPONENTS)
def test_comment_says_purpose_example_and_accessibility(component):
    contract = contract_of(component)

    assert contract.purpose
    assert component in contract.example.replace("/", " ").replace(".", " ").replace('"', " ")
    assert contract.accessibility


@pytest.mark.parametrize("component", COMPONENTS)
def test_every_documented_prop_and_slot_is_shown(component):
    html = rendered(component)

    assert "UNDEFINED" not in html
    for slot in contract_of(component).slots:
        assert f"[{slot}]" in html
    for prop in sorted(contract_of(component).props - contract_of(component).required):
        without = rendered(component, leave_out=frozenset({prop}))
        assert without != html, f"{prop} changes nothing"


@pytest.mark.parametrize("component", COMPONENTS)
def test_required_props_are_enough(component):
    contract = contract_of(component)
    optional = (contract.props | contract.slots) - contract.required

    assert "UNDEFINED" not in rendered(component, leave_out=optional)
    if not contract.slots & contract.required:
        assert "UNDEFINED" not in included(component)


@pytest.mark.parametrize("component", COMPONENTS)
def test_what_people_write_is_never_markup(component):
    html = rendered(component, text=SCRIPT)

    assert "<script" not in html
    assert ("&lt;script" in html) == (component not in WITHOUT_FREE_TEXT)


@pytest.mark.parametrize("component", COMPONENTS)
def test_unknown_prop_is_refused(component):
    tag = f'{{% load design %}}{{% component "{component}" colour="red" %}}x{{% endcomponent %}}'

    with pytest.raises(TemplateSyntaxError, match=r"does not take .*colour"):
        Template(tag)


def test_missing_prop_is_refused():
    with pytest.raises(TemplateSyntaxError, match="panel needs body, title"):
        Template('{% load design %}{% component "panel" %} {% endcomponent %}')


def test_unknown_slot_is_refused():
    tag = '{% component "card" %}{% slot "header" %}x{% endslot %}{% endcomponent %}'

    with pytest.raises(TemplateSyntaxError, match="card does not take header"):
        Template("{% load design %}" + tag)


def test_body_is_refused_where_there_is_none():
    with pytest.raises(TemplateSyntaxError, match="tag does not take body"):
        Template('{% load design %}{% component "tag" label="x" %}x{% endcomponent %}')


@pytest.mark.parametrize("bits", ["card", '"card" title', ""])
def test_component_that_cannot_be_read_is_refused(bits):
    with pytest.raises(TemplateSyntaxError):
        Template(f"{{% load design %}}{{% component {bits} %}}x{{% endcomponent %}}")


def test_slots_see_the_page_and_the_component_does_not():
    page = Template(
        '{% load design %}{% component "card" %}{{ name }}{% endcomponent %}|'
        '{% component "alert" %}x{% endcomponent %}'
    )

    html = page.render(Context({"name": "Kim", "title": "fra siden", "text": "fra siden"}))

    assert "Kim" in html
    assert "fra siden" not in html


def test_components_stand_inside_each_other():
    page = Template(
        '{% load design %}{% component "panel" title="A" %}{% component "card" title="B" %}'
        '{% slot "foot" %}C{% endslot %}D{% endcomponent %}{% endcomponent %}'
    )

    html = page.render(Context())

    assert re.search(r"<h2>A</h2>.*<h3>B</h3>.*D.*<footer[^>]*>C</footer>", html, re.DOTALL)


@pytest.mark.parametrize("source", ["<p>x</p>", "<p>x</p>{% comment %}late{% endcomment %}"])
def test_component_without_opening_comment_is_refused(source):
    with pytest.raises(UndocumentedComponent):
        documentation_of(source)


def calls(source: str) -> list[tuple[str, set[str], bool]]:
    """Each component a template uses: its name, the props given, and whether `only` is missing."""
    found = []
    commented = False
    for token in Lexer(source).tokenize():
        if token.token_type != TokenType.BLOCK:
            continue
        if token.contents.split()[0] in {"comment", "endcomment"}:
            commented = token.contents.startswith("comment")
        call = INCLUDE.match(token.contents) or BLOCK.match(token.contents)
        if call is None or commented:
            continue
        rest = QUOTED.sub("''", call.group(2))
        loose = token.contents.startswith("include") and not rest.rstrip().endswith("only")
        found.append((call.group(1), set(GIVEN.findall(rest)), loose))
    return found


def misuses(source: str) -> list[str]:
    """What is wrong with the components a template uses."""
    found = []
    for component, given, loose in calls(source):
        contract = contract_of(component)
        taken = contract.props | contract.slots
        found += [f"{component} does not take {prop}" for prop in sorted(given - taken)]
        found += [
            f"{component} needs {prop}"
            for prop in sorted((contract.required & contract.props) - given)
        ]
        if loose:
            found.append(f"{component} is included without “only”")
    return found


def test_every_template_uses_components_as_documented():
    found = {
        str(path): wrong
        for path in templates()
        if (wrong := misuses(path.read_text(encoding="utf-8")))
    }

    assert not found


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        ('with label="x" colour="red" only', "tag does not take colour"),
        ('with tone="good" only', "tag needs label"),
        ('with label="x"', "tag is included without “only”"),
    ],
)
def test_misuse_of_a_component_is_found(call, complaint):
    assert misuses(f'{{% include "design/components/tag.html" {call} %}}') == [complaint]


def test_gallery_shows_every_component():
    gallery = [path for path in templates() if "gallery" in str(path)]
    shown = {name for path in gallery for name, _, _ in calls(path.read_text(encoding="utf-8"))}
    nested = {name for part in shown for name, _, _ in calls(source_of(part))}
    by_forms = {"error_summary"}

    assert set(COMPONENTS) == shown | nested | by_forms
