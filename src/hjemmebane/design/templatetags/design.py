"""`{% component %}` for components with slots, and the few computations components need.

    {% component "card" title=goal.title %}
      <p>…</p>
      {% slot "actions" %}…{% endslot %}
    {% endcomponent %}

A prop or slot that the component's own comment does not name, or a required one left out, is
refused when the page is compiled.
"""

from collections.abc import Mapping

from django import template
from django.template.base import FilterExpression, NodeList, Parser, TextNode, Token, token_kwargs
from django.template.context import Context
from django.template.engine import Engine

from hjemmebane.design.documentation import Documentation, documentation_of
from hjemmebane.design.progress import DotRow, dot_row

register = template.Library()


class SlotNode(template.Node):
    """A named part of the nearest component around it."""

    def __init__(self, name: str, nodelist: NodeList) -> None:
        self.name = name
        self.nodelist = nodelist

    def render(self, context: Context) -> str:
        return self.nodelist.render(context)


class ComponentNode(template.Node):
    """Render the slots where they are written and the component with them and its props only."""

    def __init__(
        self,
        component: template.Template,
        props: Mapping[str, FilterExpression],
        slots: Mapping[str, NodeList],
        contract: Documentation,
    ) -> None:
        self.component = component
        self.props = props
        self.slots = slots
        self.accepted = contract.props | contract.slots

    def render(self, context: Context) -> str:
        values: dict[str, object] = dict.fromkeys(self.accepted, "")
        values |= {name: value.resolve(context) for name, value in self.props.items()}
        values |= {name: nodelist.render(context) for name, nodelist in self.slots.items()}
        return self.component.render(context.new(values))


@register.tag
def component(parser: Parser, token: Token) -> ComponentNode:
    """Compile `{% component "name" prop=value … %}` up to `{% endcomponent %}`."""
    tag, *bits = token.split_contents()
    if not bits or bits[0][0] not in "'\"":
        raise template.TemplateSyntaxError(f"{{% {tag} %}} takes the quoted name of a component.")
    name = bits.pop(0)[1:-1]
    props = token_kwargs(bits, parser)
    if bits:
        raise template.TemplateSyntaxError(f"{{% {tag} {name} %}} cannot read {' '.join(bits)}.")
    nodelist = parser.parse(("endcomponent",))
    parser.delete_first_token()
    slots = sort_into_slots(nodelist)
    found = Engine.get_default().get_template(f"design/components/{name}.html")
    contract = documentation_of(str(found.source))
    refuse_strangers(name, contract, props, slots)
    return ComponentNode(found, props, slots, contract)


@register.tag
def slot(parser: Parser, token: Token) -> SlotNode:
    """Compile `{% slot "name" %}` up to `{% endslot %}`."""
    _, name = token.split_contents()
    nodelist = parser.parse(("endslot",))
    parser.delete_first_token()
    return SlotNode(name.strip("'\""), nodelist)


def sort_into_slots(nodelist: NodeList) -> dict[str, NodeList]:
    """Named slots by name; everything outside them is the slot `body`."""
    slots = {node.name: node.nodelist for node in nodelist if isinstance(node, SlotNode)}
    rest = NodeList(node for node in nodelist if not isinstance(node, SlotNode))
    if any(not is_blank(node) for node in rest):
        slots["body"] = rest
    return slots


def is_blank(node: template.Node) -> bool:
    return isinstance(node, TextNode) and not node.s.strip()


def refuse_strangers(
    name: str,
    contract: Documentation,
    props: Mapping[str, FilterExpression],
    slots: Mapping[str, NodeList],
) -> None:
    """A misspelt prop would otherwise be silently ignored."""
    unknown = (props.keys() - contract.props) | (slots.keys() - contract.slots)
    if unknown:
        raise template.TemplateSyntaxError(
            f"The component {name} does not take {', '.join(sorted(unknown))}."
        )
    missing = contract.required - props.keys() - slots.keys()
    if missing:
        raise template.TemplateSyntaxError(
            f"The component {name} needs {', '.join(sorted(missing))}."
        )


@register.simple_tag
def progress_dots(reached: int, total: int) -> DotRow:
    """Where the dots of design/components/progress.html go."""
    return dot_row(reached, total)


@register.filter
def initials(name: str) -> str:
    """First letters of the first and the last name: “Kim Holm Lund” → “KL”."""
    words = name.split()
    return "".join(word[0].upper() for word in (words[:1] + words[1:][-1:]))
