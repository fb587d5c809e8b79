"""Reading packs from folders named pack/v1, pack/v2 … and refusing one that is not whole."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from hjemmebane.domain.method.content.checks import Problem, problems
from hjemmebane.domain.method.content.pack import MethodPack

SHIPPED = Path(__file__).parent

# Every file of a pack and the keys it holds. Nothing else may lie there.
FILES: Mapping[str, frozenset[str]] = {
    "pack.toml": frozenset(
        {"code", "version", "title", "text", "source", "outcomes", "overview", "size", "expected"}
    ),
    "values.toml": frozenset({"value"}),
    "core_elements.toml": frozenset({"core_element"}),
    "team.toml": frozenset({"core_function", "coordinator", "role_field"}),
    "practice_parts.toml": frozenset({"practice_part"}),
    "target_group.toml": frozenset({"target_group"}),
    "plan.toml": frozenset(
        {
            "life_area",
            "resource_area",
            "guiding_purpose",
            "contribution",
            "coordination_question",
            "smart_prompt",
            "plain_question",
        }
    ),
    "preconditions.toml": frozenset({"precondition"}),
    "agendas.toml": frozenset({"agenda"}),
    "conversation_guides.toml": frozenset({"conversation_guide"}),
    "information_sheets.toml": frozenset({"information_sheet"}),
    "persistence.toml": frozenset({"persistence_rule"}),
    "measurements.toml": frozenset({"measurement"}),
    "fidelity.toml": frozenset({"fidelity_indicator"}),
    "forms.toml": frozenset({"legal_basis", "choice_list", "functioning_dimension"}),
    "moving.toml": frozenset({"move"}),
}

# Danish, because the one who writes a pack reads it. Anything rarer keeps the library's words.
REASONS = {
    "missing": "mangler",
    "unexpected_keyword_argument": "kendes ikke",
    "string_type": "skal være tekst i anførselstegn",
    "int_type": "skal være et helt tal",
    "tuple_type": "skal være en liste",
    "dataclass_type": "skal være en tabel med nøgler",
    "decimal_type": "skal være et tal",
    "decimal_parsing": "skal være et tal",
    "too_short": "er tom",
    "string_pattern_mismatch": "er ikke en gyldig kode",
    "enum": "kan ikke læses i journalen",
}

_PACK = TypeAdapter(MethodPack)


class BrokenPack(Exception):
    """A pack cannot be used. One line for each fault: file, key and reason."""


def read_packs(*roots: Path) -> tuple[MethodPack, ...]:
    """Every version of every pack in these folders, oldest version first."""
    packs: dict[tuple[str, int], MethodPack] = {}
    for folder in (folder for root in roots for folder in _pack_folders(root)):
        pack = read_pack(folder)
        name = pack.code, int(pack.version)
        if name in packs:
            raise BrokenPack(
                f"{_label(folder)}: {pack.code} version {pack.version} findes to gange"
            )
        packs[name] = pack
    return tuple(pack for _, pack in sorted(packs.items()))


def read_pack(folder: Path) -> MethodPack:
    """The pack in one version folder. Raises BrokenPack with everything found wrong."""
    tables = _tables(folder)
    try:
        pack = _PACK.validate_python(
            {key: v for table in tables.values() for key, v in table.items()}
        )
    except ValidationError as error:
        found = _problems_of(error)
    else:
        found = [*problems(pack), *_misplaced(pack, folder)]
    if found:
        raise BrokenPack("\n".join(_line(folder, problem) for problem in found))
    return pack


def _pack_folders(root: Path) -> list[Path]:
    folders = sorted({file.parent for file in root.glob("*/v*/*.toml")})
    if not folders:
        raise BrokenPack(f"{root}: her er ingen metodepakke (venter en mappe som m_act/v1)")
    return folders


def _tables(folder: Path) -> dict[str, dict[str, object]]:
    """The content of every file, all of them present and readable, each with its own keys only."""
    faults = [
        f"{_label(folder)}/{file.name}: filen kendes ikke"
        for file in sorted(folder.glob("*.toml"))
        if file.name not in FILES
    ]
    tables: dict[str, dict[str, object]] = {}
    for name, keys in FILES.items():
        try:
            tables[name] = tomllib.loads((folder / name).read_text(encoding="utf-8"))
        except FileNotFoundError:
            faults.append(f"{_label(folder)}/{name}: filen mangler")
        except UnicodeDecodeError:
            faults.append(f"{_label(folder)}/{name}: filen er ikke gemt som UTF-8")
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{_label(folder)}/{name}: kan ikke læses som TOML: {error}")
        else:
            foreign = sorted(tables[name].keys() - keys)
            faults += [f"{_label(folder)}/{name}: {key}: kendes ikke" for key in foreign]
    if faults:
        raise BrokenPack("\n".join(faults))
    return tables


def said_of(error: ValidationError) -> list[str]:
    """What is wrong with one file's tables, a line each: key and reason."""
    return [f"{problem.key}: {problem.reason}" for problem in _problems_of(error)]


def _problems_of(error: ValidationError) -> list[Problem]:
    return [_problem(detail) for detail in error.errors() if not _mere_echo(detail)]


def _mere_echo(detail: ErrorDetails) -> bool:
    """A list whose every entry is refused counts as empty too, which would mislead."""
    return detail["type"] == "too_short" and bool(detail["input"])


def _problem(detail: ErrorDetails) -> Problem:
    key = "".join(
        f"[{place + 1}]" if isinstance(place, int) else f".{place}" for place in detail["loc"]
    )
    return Problem(key.lstrip("."), REASONS.get(detail["type"], detail["msg"]))


def _misplaced(pack: MethodPack, folder: Path) -> Iterator[Problem]:
    """A version must lie where its name says, or the wrong one would be found."""
    for key, stated, place in (
        ("code", pack.code.replace("-", "_"), folder.parent.name),
        ("version", f"v{pack.version}", folder.name),
    ):
        if stated != place:
            yield Problem(key, f"passer ikke til mappen {place}")


def _line(folder: Path, problem: Problem) -> str:
    top = re.split(r"[.\[]", problem.key, maxsplit=1)[0]
    file = next(name for name, keys in FILES.items() if top in keys)
    return f"{_label(folder)}/{file}: {problem.key}: {problem.reason}"


def _label(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"
