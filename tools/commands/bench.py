"""./run bench: what the main operations cost, beside what their SQL costs alone."""

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Mapping

from benchmarks.evaluation import CASES
from benchmarks.evaluation import TEAMS as EVERY_TEAM
from benchmarks.reporting import growth_table
from benchmarks.sizes import SIZES, TEN_TIMES
from tools import assets
from tools.chromium import ensure_chromium
from tools.databases import drop_database, names_like, note_on, rename_database, write_note
from tools.environment import demo_environment
from tools.localpg import Cluster
from tools.places import LOCAL, ROOT, Stop
from tools.preparing import INSTALL_KEY, MIGRATE, build_database, collect_static, fingerprint
from tools.webserver import web_server

HOME = LOCAL / "bench"
ARTIFACTS = ROOT / "artifacts" / "bench"
WEEK = 7 * 24 * 60 * 60  # after that “the next appointment” would lie in the past
TABLES = ("**/migrations/*.py", "foundation/guards.py")
PORT = 8931  # not the demo's, so that both can run


def run(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench")
    parser.add_argument("--size", choices=SIZES, default="small", help="how much data there is")
    parser.add_argument("--grow", action="store_true", help="then the same with ten times the data")
    parser.add_argument("--rounds", type=int, default=30, help="how often each is measured")
    parser.add_argument("--statements", action="store_true", help="show what each statement takes")
    parser.add_argument("--fresh", action="store_true", help="build the data anew")
    parser.add_argument(
        "--evaluation",
        action="store_true",
        help="the national report alone, from files and by its job",
    )
    options = parser.parse_args(arguments)
    assets.ensure()
    if options.evaluation:
        national_report()
        with Cluster(HOME) as cluster:
            environment = ensure_data(cluster, "evaluation", fresh=options.fresh)
            collect_static(environment)
            work(["evaluate"], environment)
        return 0
    if options.grow and options.size not in TEN_TIMES:
        raise Stop(f"--grow goes with --size {' or '.join(TEN_TIMES)}.")
    sizes = [options.size, TEN_TIMES[options.size]] if options.grow else [options.size]
    chromium = {"CHROMIUM": str(ensure_chromium())}
    with Cluster(HOME) as cluster:
        results = [measured(cluster, size, options, chromium) for size in sizes]
    if options.grow:
        print(f"\nFrom {sizes[0]} to {sizes[1]}, in ms\n\n{growth_table(*results)}")
    return 0


def national_report() -> None:
    """The evaluation report of the whole country, from files to JSON; it needs no database."""
    folder, environment = ARTIFACTS / "evaluation", {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    made = [sys.executable, "-m", "benchmarks.evaluation", str(folder)]
    subprocess.run(made, cwd=ROOT, env=environment, check=True)
    files = ["--cases", str(folder / "cases.csv"), "--teams", str(folder / "teams.csv")]
    command = [sys.executable, "manage.py", "evaluation_report", *files, "--json"]
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    elapsed = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    print(f"Evaluation report, {CASES:,} cases in {EVERY_TEAM} teams, {len(told):,} bytes:")
    print(
        f"{elapsed:.1f} s, {busy:.1f} s of the processor, {used.ru_maxrss / 1024:.0f} MiB at most",
        flush=True,
    )


def measured(
    cluster: Cluster, size: str, options: argparse.Namespace, more: Mapping[str, str]
) -> dict[str, object]:
    """The figures of one size; they are printed on the way."""
    environment = {**ensure_data(cluster, size, fresh=options.fresh), **more}
    out = ARTIFACTS / f"{size}.json"
    print(f"\n== {size}: {described(size)}\n", flush=True)
    command = ["measure", size, "--port", str(PORT), "--rounds", str(options.rounds)]
    command += ["--out", str(out)] + (["--statements"] if options.statements else [])
    with web_server(PORT, environment):
        work(command, environment)
    return json.loads(out.read_text())


def described(size: str) -> str:
    data = SIZES[size]
    citizens = 15 + 90 + (data.teams - 2) * data.regular
    contacts = citizens * 7 // 6 * data.contacts
    return f"{data.teams} teams, {citizens:,} citizens now, about {contacts:,} contacts"


def ensure_data(cluster: Cluster, size: str, *, fresh: bool) -> dict[str, str]:
    """The database of a size is filled and not too old; answers the environment to use it."""
    name = f"bench_{size}"
    environment = {
        **demo_environment(cluster, name),
        "HJEMMEBANE_BENCH_SUPERUSER": cluster.address(f"{name}_unfinished"),
    }
    if fresh or not is_current(cluster, name):
        print(f"Building the data of size {size} …", flush=True)
        interim = build_database(cluster, name, environment, MIGRATE, INSTALL_KEY)
        work(["fill", size], {**environment, "HJEMMEBANE_DATABASE_NAME": interim})
        if names_like(cluster, name):
            drop_database(cluster, name)
        rename_database(cluster, interim, name)
        write_note(cluster, name, f"{built_from()} {time.time():.0f}")
    return environment


def is_current(cluster: Cluster, name: str) -> bool:
    made_from, _, made_at = note_on(cluster, name).partition(" ")
    return made_from == built_from() and time.time() - float(made_at) < WEEK


def built_from() -> str:
    """What decides the data: the tables, and the SQL that fills them."""
    digest = hashlib.sha256(fingerprint(TABLES).encode())
    for path in sorted((ROOT / "benchmarks").glob("rows/*.sql")):
        digest.update(path.read_bytes())
    digest.update((ROOT / "benchmarks/sizes.py").read_bytes())
    return digest.hexdigest()[:16]


def work(arguments: list[str], environment: Mapping[str, str]) -> None:
    """Run the part that needs Django; it prints what it finds."""
    command = [sys.executable, "-m", "benchmarks", *arguments]
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        raise Stop("The benchmark did not finish; the reason stands above.")
