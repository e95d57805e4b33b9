"""axe-core, the checker of accessibility, run in a page of a real browser: `make test` installs it from npm."""

from typing import Any

from browsing import TESTS, need, settled

AXE = TESTS / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": TAGS, "rules": {"target-size": {"enabled": True}}, "resultTypes": ["violations"]}
BAD = ("serious", "critical")


def scan(page: Any, impacts: tuple[str, ...] = BAD) -> list[str]:
    """What breaks WCAG 2.2 A or AA or good practice anywhere in a page: a line each with rule, element and reason."""
    need(AXE.exists(), "axe-core is not installed (make test installs it where npm is found)")
    settled(page).evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)
    return [
        f"{rule['id']} ({rule['impact']}): {node['html'][:200]} - {' '.join(node['failureSummary'].split())}"
        for rule in found["violations"]
        if rule["impact"] in impacts
        for node in rule["nodes"]
    ]
