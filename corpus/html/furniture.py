"""What of a page is the publication: its main part, without what is not shown and what every page of a site has."""

import re
from collections.abc import Sequence

from bs4 import Tag

from corpus.html.elements import HEADINGS, fold, words

NOT_TEXT = words("script style noscript template svg canvas object iframe audio video nav footer input select textarea")
ROLES = ("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "doc-backlink", "tablist")
FURNITURE = re.compile(
    r"(?:[a-z]+-c-|govuk-|global-)?(?:cookie-(?:banner|message|consent|notice)|skip-?link|breadcrumbs?|phase-banner"
    r"|back-to-top(?:-link)?|print-link|share-links|feedback|contents-list|single-page-notification-button|print-meta-data|organisation-logos?"
    r"|reversefootnote|footnote-back(?:ref)?|accordion__(?:controls|section-toggle|section-heading-divider)"
    r"|tabs__(?:list|title)|warning-text__icon|mc-chart|mc-toggle-button|attachment__metadata|signup-link)"
)
UNSEEN = re.compile(r"(?:[a-z]+-)?visually-?hidden|sr-only|screen-reader(?:-only|-text)?")
NO_DISPLAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
LINKS = re.compile(
    r"(?:back to|return to|to) (?:the )?top(?: of (?:the |this )?page)?|skip to .*|print(?: this page)?|share this page"
    r"|(?:show|hide)(?: all sections| this section)?|[↩↑^︎\s]*[↩↑^][↩↑^︎\s]*\d*|\W*(?:show|see|hide) (?:all )?updates"
    r"|(?:view|show|see|change to)(?: \w+){0,3} table(?: and accessible view)?",
    re.I,
)


def without_furniture(tags: Sequence[Tag]) -> list[Tag]:
    """The elements that are kept, the others taken out; a cell is emptied, so that its row keeps its width."""
    kept, dropped, gone = list[Tag](), list[Tag](), set[int]()  # not Tag.decomposed: it searches all that is below
    for tag in tags:
        if id(tag.parent) in gone or _is_dropped(tag):
            dropped += [] if id(tag.parent) in gone else [tag]
            gone.add(id(tag))
        else:
            kept.append(tag)
    for tag in dropped:
        tag.clear() if tag.name in ("td", "th") else tag.decompose()
    return kept


def root(tags: Sequence[Tag], page: Tag) -> Tag:
    """The element that holds the publication: the page's main part, its only article, else its body."""
    articles = [tag for tag in tags if tag.name == "article"]
    candidates = (
        *(tag for tag in tags if tag.name == "main" or tag.get("role") == "main"),
        *(tag for tag in tags if tag.get("id") == "content"),
        *(articles if len(articles) == 1 else ()),
        *(tag for tag in tags if tag.name == "body"),
    )
    return next((tag for tag in candidates if fold(tag.get_text())), page)


def _is_dropped(tag: Tag) -> bool:
    """Whether an element is not shown, or is no part of the publication."""
    if tag.name in ("html", "head", "body", "main", "caption"):
        return tag.name == "head"
    named = [*(tag.get_attribute_list("class")), tag.get("id")]
    names = [str(name).lower() for name in named if name]
    dropped = (
        tag.name in NOT_TEXT
        or tag.get("role") in ROLES
        or ("hidden" in tag.attrs and tag["hidden"] != "until-found")
        or NO_DISPLAY.search(str(tag.get("style", ""))) is not None
        or any(FURNITURE.fullmatch(name) for name in names)
        or (any(UNSEEN.fullmatch(name) for name in names) and not _is_all(tag))
        or (tag.name == "header" and tag.find_parent(["main", "article"]) is None)
        or (tag.name == "button" and tag.find_parent(list(HEADINGS)) is None)
        or (tag.name in ("a", "button", "summary") and LINKS.fullmatch(fold(tag.get_text())) is not None)
    )
    return dropped and tag.find("main") is None


def _is_all(tag: Tag) -> bool:
    """Whether hidden words are all there is: the heading of a column, or the table behind a chart."""
    cell = tag.find_parent(["th", "td"])
    return (
        tag.name == "table"
        or tag.find("table") is not None
        or (cell is not None and fold(cell.get_text()) == fold(tag.get_text()))
    )
