"""What a real Chromium fetches for a page, the first time and when it comes back."""

from playwright.sync_api import BrowserContext, CDPSession, sync_playwright

from benchmarks.figures import Weight
from benchmarks.operations import LARGE_TEAM, visitor
from benchmarks.visiting import HOST, over_http
from tools.chromium import LAUNCH_ARGUMENTS, find_chromium


def weight(path: str, port: int) -> Weight:
    """The page in a browser that was never there, then again in the same browser."""
    address = f"http://{HOST}:{port}"
    with over_http(port) as send:
        cookies = visitor(send, LARGE_TEAM).cookies
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(find_chromium()), args=LAUNCH_ARGUMENTS
        )
        context = browser.new_context(locale="da-DK")
        context.add_cookies(
            [{"name": name, "value": value, "url": address} for name, value in cookies.items()]
        )
        views = [loaded(context, address + path) for _ in ("first", "repeat")]
        browser.close()
    (first, first_requests), (repeat, repeat_requests) = views
    return Weight(first, first_requests, repeat, repeat_requests)


def loaded(context: BrowserContext, url: str) -> tuple[int, int]:
    """The bytes and the requests that went over the wire for one view in a tab of its own."""
    page = context.new_page()
    wire: CDPSession = context.new_cdp_session(page)
    sizes: list[int] = []
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
    page.goto(url, wait_until="networkidle")
    page.close()
    return sum(sizes), sum(size > 0 for size in sizes)
