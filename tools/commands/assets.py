"""./run assets: builds the browser assets when their lock file changed."""

from tools.assets import ensure


def run(_arguments: list[str]) -> int:
    print("Assets built." if ensure() else "Assets are up to date.")
    return 0
