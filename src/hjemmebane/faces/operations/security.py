"""Does the database keep what the code promises? Asked before production starts, and by the tests.

Each check answers sentences that say what is wrong and how to mend it; none means all is well.
"""

from collections.abc import Callable, Iterator

from django.apps import apps
from django.conf import settings
from django.db.migrations.loader import MigrationLoader

from hjemmebane.faces.operations.open_tables import OPEN_TABLES
from hjemmebane.foundation import catalogue
from hjemmebane.foundation.accounts import second_factor
from hjemmebane.foundation.actors import OPERATIONS, acting
from hjemmebane.foundation.catalogue import Function, Policy, Table
from hjemmebane.foundation.conditions import normalised
from hjemmebane.foundation.guards import APP_ROLE, OWNER_ROLE, Guard, OpenRows
from hjemmebane.foundation.queue import is_worked
from hjemmebane.foundation.sealing import keys, seal, unseal
from hjemmebane.gateways.clamav.client import BadAddress, Scanner
from hjemmebane.gateways.email import client as email
from hjemmebane.gateways.sms.client import BadAddress as BadGatewayAddress
from hjemmebane.gateways.sms.client import gateway_in_use

# Written by owner-defined functions alone, so their history is themselves; keys, of which nothing
# may be left where more people read; and bytes on their way, whose history is what they become.
WITHOUT_HISTORY = {
    *("audit_change", "audit_access", second_factor.TABLE),
    *("field_fieldupload", "field_fielduploadpart"),
}
# Computes from its arguments and the clock; reads no table, so it needs nobody's rights.
NO_DEFINER = {"guard.today()"}

SHORTEST_SECRET_KEY = 50
SHORTEST_SMS_SECRET = 24
KEY_BYTES = 32
FEWEST_DIFFERENT_BYTES = 12

RUN_ROLES = "run tools/roles.sql as the database administrator"
MIGRATE = "restore the schema with manage.py migrate, as the owner"

type Check = Callable[[], Iterator[str]]


def is_production() -> bool:
    """Where demo accounts may not be, real people are."""
    return not settings.DEMO_ACCOUNTS_ALLOWED


def role() -> Iterator[str]:
    """The web process speaks as the app role, which owns nothing and can become nobody else."""
    connected = catalogue.connected_role()
    if connected != APP_ROLE:
        yield f"connected as {connected}; use {APP_ROLE} (DATABASES['default'])"
    yield from (f"{connected} {power}; {RUN_ROLES}" for power in catalogue.powers_of(connected))


def tables() -> Iterator[str]:
    """Every table is guarded as its model says, on the open list, or out of reach."""
    guards = guarded_tables()
    found = {table.name: table for table in catalogue.tables(APP_ROLE)}
    for name in guards.keys() - found.keys():
        yield f"{name} does not exist; {MIGRATE}"
    for table in found.values():
        yield from _table_faults(table, guards.get(table.name))


def _table_faults(table: Table, guard: Guard | None) -> Iterator[str]:
    if table.owner != OWNER_ROLE:
        yield (
            f"{table.name} belongs to {table.owner}; ALTER TABLE {table.name} OWNER TO {OWNER_ROLE}"
        )
    if guard and not table.is_secured:
        yield (
            f"{table.name}: row-level security is off;"
            f" ALTER TABLE {table.name} ENABLE ROW LEVEL SECURITY"
        )
    if not guard and table.name not in OPEN_TABLES:
        if table.rights:
            yield (
                f"{table.name} is neither guarded nor on the open list, but may be reached;"
                f" REVOKE ALL ON {table.name} FROM {APP_ROLE}, PUBLIC"
            )
        return
    declared = guard.grants if guard else OPEN_TABLES[table.name][0]
    if set(table.rights) != set(declared.split(", ")):
        yield (
            f"{table.name} grants {', '.join(table.rights) or 'nothing'}, declared is {declared};"
            f" REVOKE ALL ON {table.name} FROM {APP_ROLE}, PUBLIC and GRANT what is declared"
        )
    if guard and guard.columns and set(table.changeable) != set(guard.columns.split(", ")):
        yield (
            f"{table.name} lets {', '.join(table.changeable) or 'nothing'} be changed, declared is"
            f" {guard.columns}; REVOKE ALL ON {table.name} FROM {APP_ROLE}, PUBLIC and GRANT what"
            " is declared"
        )


def policies() -> Iterator[str]:
    """Each granted command has its one policy as its model declares, each opening its own."""
    wanted = {
        (name, command): guard
        for name, guard in guarded_tables().items()
        for command in guard.grants.split(", ")
    }
    opened = {(one.table, one.policy): one for one in openings()}
    everything = catalogue.policies()
    found = [one for one in everything if (one.table, one.name) not in opened]
    for table, name in opened.keys() - {(p.table, p.name) for p in everything}:
        yield f"{table} has no policy {name}; {MIGRATE}"
    for policy in everything:
        opening = opened.get((policy.table, policy.name))
        if opening and not _is_as_opened(policy, opening):
            yield f"{policy.table}: {policy.name} does not say what is declared; {MIGRATE}"
    for table, command in wanted.keys() - {(p.table, p.command) for p in found}:
        yield f"{table} has no policy for {command}; {MIGRATE}"
    seen: set[tuple[str, str]] = set()
    for policy in found:
        key = (policy.table, policy.command)
        if key not in wanted or key in seen:
            yield (
                f"{policy.table}: the policy {policy.name} for {policy.command} is not ours;"
                f" DROP POLICY {policy.name} ON {policy.table}"
            )
        elif not _is_as_declared(policy, wanted[key]):
            yield f"{policy.table}: {policy.name} does not say what is declared; {MIGRATE}"
        seen.add(key)


def openings() -> list[OpenRows]:
    """What the migrations open of other rooms' rows; a policy made anew as it was made last."""
    found = MigrationLoader(None).disk_migrations
    opened = {
        (operation.table, operation.policy): operation
        for key in sorted(found)
        for operation in found[key].operations
        if isinstance(operation, OpenRows)
    }
    return list(opened.values())


def _is_as_opened(policy: Policy, opening: OpenRows) -> bool:
    return policy.command == opening.command and _says(policy, opening.condition)


def _is_as_declared(policy: Policy, guard: Guard) -> bool:
    reads = policy.command == "SELECT"
    return _says(policy, guard.read_condition if reads else guard.condition_for(policy.command))


def _says(policy: Policy, condition: str) -> bool:
    using = "" if policy.command == "INSERT" else condition
    check = condition if policy.command in {"INSERT", "UPDATE"} else ""
    return (
        policy.is_plain
        and normalised(policy.using) == normalised(using)
        and normalised(policy.with_check) == normalised(check)
    )


def history() -> Iterator[str]:
    """Every guarded table keeps its changes."""
    triggers = catalogue.histories()
    for name, guard in guarded_tables().items():
        if name in WITHOUT_HISTORY:
            continue
        if name not in triggers:
            yield (
                f"{name} keeps no history; ALTER TABLE {name} ENABLE TRIGGER {name}_history,"
                f" or {MIGRATE}"
            )
        elif triggers[name].columns != (guard.course, guard.citizen):
            yield f"{name}: its history is filed under the wrong columns; {MIGRATE}"


def functions() -> Iterator[str]:
    """The functions behind the policies are the owner's, and cannot be led astray."""
    found = catalogue.functions()
    if not found:
        yield f"the schema guard is empty or missing; {MIGRATE}"
    for function in found:
        yield from _function_faults(function)


def _function_faults(function: Function) -> Iterator[str]:
    name = function.signature
    if function.owner != OWNER_ROLE:
        yield (f"{name} belongs to {function.owner}; ALTER FUNCTION {name} OWNER TO {OWNER_ROLE}")
    if not function.is_definer and name not in NO_DEFINER:
        yield f"{name} does not run as its owner; ALTER FUNCTION {name} SECURITY DEFINER"
    if not function.search_path.startswith("search_path=pg_catalog"):
        yield f"{name} has no fixed search_path; {MIGRATE}"
    if function.is_public:
        yield f"{name} may be called by anybody; REVOKE ALL ON FUNCTION {name} FROM PUBLIC"


def signing_key() -> Iterator[str]:
    """The key of the actor tokens is out of reach, and the one we sign with."""
    rights = catalogue.signing_key_rights(APP_ROLE)
    if rights:
        yield (
            f"{APP_ROLE} may {', '.join(rights)} the signing key;"
            f" REVOKE ALL ON guard.signing_key FROM {APP_ROLE}, PUBLIC"
        )
    with acting(OPERATIONS):
        believed = catalogue.proven_actor()
    if believed != OPERATIONS.key:
        yield (
            "the database does not believe what HJEMMEBANE_ACTOR_KEY signs;"
            " run manage.py install_signing_key"
        )


def secrets() -> Iterator[str]:
    """Every secret is set, well-formed and, in production, not to be guessed."""
    if len(settings.SECRET_KEY) < SHORTEST_SECRET_KEY:
        yield f"HJEMMEBANE_SECRET_KEY has less than {SHORTEST_SECRET_KEY} characters; make another"
    yield from _key_faults("HJEMMEBANE_ACTOR_KEY", settings.ACTOR_KEY)
    yield from _key_faults("HJEMMEBANE_INDEX_KEY", settings.INDEX_KEY)
    if settings.ACTOR_KEY == settings.INDEX_KEY:
        yield "HJEMMEBANE_ACTOR_KEY and HJEMMEBANE_INDEX_KEY are the same; make a new actor key"
    yield from _sealing_faults()


def _key_faults(name: str, value: str) -> Iterator[str]:
    mend = "make one with: python -c 'import secrets; print(secrets.token_hex(32))'"
    try:
        key = bytes.fromhex(value)
    except ValueError:
        yield f"{name} is not hexadecimal; {mend}"
        return
    if len(key) != KEY_BYTES:
        yield f"{name} has {len(key)} bytes, not {KEY_BYTES}; {mend}"
    elif is_production() and len(set(key)) < FEWEST_DIFFERENT_BYTES:
        yield f"{name} can be guessed; {mend}"


def _sealing_faults() -> Iterator[str]:
    try:
        known = keys()
    except ValueError as error:
        yield f"{error}; the first entry seals, the others still open what they sealed"
        return
    if unseal(seal("probe", place="check"), place="check") != "probe":
        yield "HJEMMEBANE_SEALING_KEYS does not open what it seals; check the cryptography package"
    for key_id, key in known.items():
        if is_production() and len(set(key)) < FEWEST_DIFFERENT_BYTES:
            yield f"the key {key_id} in HJEMMEBANE_SEALING_KEYS can be guessed; put a new one first"


def demo() -> Iterator[str]:
    """There are no demo accounts where they are not allowed."""
    if is_production() and (count := catalogue.demo_logins()):
        yield f"{count} demo accounts exist; this database was filled for a demo, use a fresh one"


def settings_in_production() -> Iterator[str]:
    """Production shows no tracebacks and sends no cookie in the clear."""
    if not is_production():
        return
    if settings.DEBUG:
        yield "DEBUG is on; use hjemmebane.config.settings.production"
    for name in ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT"):
        if not getattr(settings, name):
            yield f"{name} is off; use hjemmebane.config.settings.production"


def scanner() -> Iterator[str]:
    """The address of the virus scanner can be read, if there is one."""
    try:
        if settings.CLAMAV:
            Scanner(settings.CLAMAV)
    except BadAddress as error:
        yield f"HJEMMEBANE_CLAMAV: {error}"


def messages() -> Iterator[str]:
    """Where text messages are sent from here, the gateway can be spoken to and believed."""
    try:
        gateway = gateway_in_use()
    except BadGatewayAddress as error:
        yield f"HJEMMEBANE_SMS_ADDRESS: {error}"
        return
    if gateway and is_production() and len(settings.SMS_SECRET) < SHORTEST_SMS_SECRET:
        yield (
            f"HJEMMEBANE_SMS_SECRET has less than {SHORTEST_SMS_SECRET} characters;"
            " make another, and tell the gateway"
        )


def letters() -> Iterator[str]:
    """Where letters are sent from here, they say from whom."""
    if email.is_in_use() and not settings.DEFAULT_FROM_EMAIL:
        yield "HJEMMEBANE_EMAIL_HOST is set without HJEMMEBANE_EMAIL_FROM; name a sender"


CHECKS: tuple[Check, ...] = (
    role,
    tables,
    policies,
    history,
    functions,
    signing_key,
    secrets,
    demo,
    settings_in_production,
    scanner,
    letters,
    messages,
)


def guarded_tables() -> dict[str, Guard]:
    """What the models declare, by table; and allauth's one table that is guarded like ours."""
    declared = {m._meta.db_table: m.guard for m in apps.get_models() if hasattr(m, "guard")}
    return declared | {second_factor.TABLE: second_factor.GUARD}


def notices() -> Iterator[str]:
    """What works without, but somebody should know; never a reason not to start."""
    if not email.is_in_use():
        yield "HJEMMEBANE_EMAIL_HOST is not set: invitations must be handed over by other ways"
    elif not settings.PUBLIC_ADDRESS:
        yield "HJEMMEBANE_ADDRESS is not set: mail_news writes to no partner that there is news"
    if not settings.CLAMAV:
        yield "HJEMMEBANE_CLAMAV is not set: nobody can attach a file to a referral"
    elif not list(scanner()) and not Scanner(settings.CLAMAV).answers():
        yield f"no virus scanner answers at {settings.CLAMAV}: files are refused until one does"
    if not settings.SMS_ADDRESS:
        yield "HJEMMEBANE_SMS_ADDRESS is not set: nobody is reminded of appointments"
    if not is_worked():
        yield "no worker has been seen for a minute: start manage.py work"


def problems() -> list[str]:
    """Everything that is wrong; empty when the service may start."""
    return [problem for check in CHECKS for problem in check()]
