"""Reading packs from folders named pack/v1, pack/v2 … and refusing one that is not whole."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from hjemmebane.domain.method.content import editions
from hjemmebane.domain.method.content.checks import problems
from hjemmebane.domain.method.content.editions import Edition, Misfit, Table, Tables
from hjemmebane.domain.method.content.pack import MethodPack
from hjemmebane.domain.method.content.problem import Problem

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
    "fidelity.toml": frozenset({"fidelity_indicator", "dacts_exception"}),
    "self_assessment.toml": frozenset(
        {"self_assessment", "self_assessment_levels", "self_assessment_limits"}
    ),
    "forms.toml": frozenset({"legal_basis", "choice_list", "functioning_dimension"}),
    "moving.toml": frozenset({"move"}),
}

TAKEN = (
    "{code} er en af vores egne pakker. Giv jeres pakke en anden kode, eller skriv en udgave af den"
    " (edition.toml)"
)

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
    "greater_than_equal": "er et for lille tal",
    "string_pattern_mismatch": "er ikke en gyldig kode",
    "enum": "kan ikke læses i journalen",
}

_PACK = TypeAdapter(MethodPack)
_EDITION = TypeAdapter(Edition)


class BrokenPack(Exception):
    """A pack cannot be used. One line for each fault: file, key and reason."""


def read_packs(*roots: Path) -> tuple[MethodPack, ...]:
    """Every version of every pack in these folders, oldest first, and editions after them all.

    The first folder is ours: what lies in another may not call itself by the code of one of them.
    """
    folders = [(root, folder) for root in roots for folder in _pack_folders(root)]
    packs: dict[tuple[str, str], MethodPack] = {}
    homes: dict[tuple[str, str], Path] = {}
    ours: set[str] = set()
    for root, folder in folders:
        if (folder / editions.FILE).exists():
            continue
        pack = read_pack(folder)
        if root != roots[0] and pack.code in ours:
            raise BrokenPack(f"{_label(folder)}: {TAKEN.format(code=pack.code)}")
        ours |= {pack.code} if root == roots[0] else set()
        _keep(pack, folder, packs)
        homes[pack.code, pack.version] = folder
    for _, folder in folders:
        if (folder / editions.FILE).exists():
            _keep(read_edition(folder, homes), folder, packs)
    return tuple(sorted(packs.values(), key=_order))


def _keep(pack: MethodPack, folder: Path, packs: dict[tuple[str, str], MethodPack]) -> None:
    name = pack.code, pack.version
    if name in packs:
        raise BrokenPack(f"{_label(folder)}: {pack.code} version {pack.version} findes to gange")
    packs[name] = pack


def _order(pack: MethodPack) -> tuple[str, bool, int, int]:
    """An edition holds until the municipality writes another, also when we ship a newer version."""
    version, _, name = pack.version.partition("-")
    return pack.code, bool(name), int(version), int(re.sub(r"\D", "", name) or 0)


def read_pack(folder: Path) -> MethodPack:
    """The pack in one version folder. Raises BrokenPack with everything found wrong."""
    whole = _together(_tables(folder, needed=FILES))
    pack, found = _validated(whole, folder)
    if found or pack is None:
        raise BrokenPack("\n".join(_line(folder, problem) for problem in found))
    return pack


def read_edition(folder: Path, homes: Mapping[tuple[str, str], Path]) -> MethodPack:
    """The pack that an edition changes, whole, with its changes. Raises BrokenPack.

    homes: where the packs lie, by code and version.
    """
    edition = _edition(folder)
    home = homes.get((edition.code, edition.extends))
    if home is None:
        reason = f"{edition.code} version {edition.extends} findes ikke"
        raise BrokenPack(f"{_label(folder)}/{editions.FILE}: extends: {reason}")
    changes = _together(_tables(folder, needed=(), without=editions.THE_PACKS_OWN))
    if not changes:
        raise BrokenPack(f"{_label(folder)}: udgaven ændrer intet")
    base = _together(_tables(home, needed=FILES))
    try:
        whole = editions.laid_over(base, changes)
    except Misfit as misfit:
        key = str(misfit).partition(": ")[0]
        raise BrokenPack(f"{_label(folder)}/{_file_of(key)}: {misfit}") from misfit
    whole |= {"version": edition.version, "edition": asdict(edition)}
    whole["expected"] = editions.recounted(whole)
    pack, found = _validated(whole, folder)
    if found or pack is None:
        told = [Problem(editions.by_code(one.key, whole), one.reason) for one in found]
        raise BrokenPack("\n".join(_line(folder, problem) for problem in told))
    return pack


def _edition(folder: Path) -> Edition:
    """Whose edition it is, and of what. Raises BrokenPack."""
    told, faults = _table(folder, editions.FILE)
    if faults:
        raise BrokenPack("\n".join(faults))
    try:
        edition = _EDITION.validate_python(told)
    except ValidationError as error:
        lines = [f"{_label(folder)}/{editions.FILE}: {line}" for line in said_of(error)]
        raise BrokenPack("\n".join(lines)) from error
    place = f"v{edition.version}"
    if folder.name != place or folder.parent.name != edition.code.replace("-", "_"):
        reason = f"passer ikke til mappen {_label(folder)}"
        raise BrokenPack(f"{_label(folder)}/{editions.FILE}: name: {reason}")
    if len(edition.version) > editions.LONGEST_VERSION:
        reason = f"{edition.version} er for langt et navn til en version"
        raise BrokenPack(f"{_label(folder)}/{editions.FILE}: name: {reason}")
    return edition


def _validated(whole: Table, folder: Path) -> tuple[MethodPack | None, list[Problem]]:
    try:
        pack = _PACK.validate_python(whole)
    except ValidationError as error:
        return None, _problems_of(error)
    return pack, [*problems(pack), *_misplaced(pack, folder)]


def _together(tables: Tables) -> Table:
    return {key: value for table in tables.values() for key, value in table.items()}


def _pack_folders(root: Path) -> list[Path]:
    folders = sorted({file.parent for file in root.glob("*/v*/*.toml")})
    if not folders:
        raise BrokenPack(f"{root}: her er ingen metodepakke (venter en mappe som m_act/v1)")
    return folders


def _tables(
    folder: Path, *, needed: Iterable[str], without: frozenset[str] = frozenset()
) -> Tables:
    """The content of every file, readable, each with its own keys only; some must be there."""
    faults = [
        f"{_label(folder)}/{file.name}: filen kendes ikke"
        for file in sorted(folder.glob("*.toml"))
        if file.name not in FILES and (file.name != editions.FILE or needed)
    ]
    tables: Tables = {}
    for name, keys in FILES.items():
        if name not in needed and not (folder / name).exists():
            continue
        tables[name], wrong = _table(folder, name)
        foreign = sorted(tables[name].keys() - (keys - without))
        faults += [*wrong, *(f"{_label(folder)}/{name}: {key}: kendes ikke" for key in foreign)]
    if faults:
        raise BrokenPack("\n".join(faults))
    return tables


def _table(folder: Path, name: str) -> tuple[Table, list[str]]:
    """What stands in one file, or what is wrong with it."""
    try:
        return tomllib.loads((folder / name).read_text(encoding="utf-8")), []
    except FileNotFoundError:
        reason = "filen mangler"
    except UnicodeDecodeError:
        reason = "filen er ikke gemt som UTF-8"
    except OSError as error:
        reason = f"kan ikke læses: {error.strerror}"
    except (ValueError, RecursionError) as error:
        reason = f"kan ikke læses som TOML: {error}"
    return {}, [f"{_label(folder)}/{name}: {reason}"]


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
    return f"{_label(folder)}/{_file_of(problem.key)}: {problem.key}: {problem.reason}"


def _file_of(key: str) -> str:
    """The file a key of a pack stands in."""
    top = re.split(r"[.\[]", key, maxsplit=1)[0]
    return next(name for name, keys in FILES.items() if top in keys)


def _label(folder: Path) -> str:
    return f"{folder.parent.name}/{folder.name}"
