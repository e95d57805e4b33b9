"""How good the assistant is, by its last evaluation: rates beside their counts, questions set aside first."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal

from assistant.exports.text import day
from assistant.measured import Answers, Held, Kind, Measured, Searches
from ui.plain_table import table_html
from ui.safe_text import escaped

SHORT = ("Questions", "Set aside", "Asked", "Right, from summaries", "Right, from own texts")
COLUMNS = ("Kind of question", "Asked", "Right", "Share right", "Refused wrongly", "Wrong figure", "Other mistake")
BLIND = (
    "These questions were written without knowing how the assistant works, and were set aside: nothing was "
    "changed for their sake. They tell best what to expect of a question that is new."
)
SEEN = (
    "The assistant was made with these questions at hand: rules and weights were tuned on them, and mistakes put right "
    "where a general rule does so. Expect less of questions that are new."
)
HELD: Mapping[Held, str] = {
    "summaries": "answered from the summaries that come with the assistant",
    "texts": "answered from the publications' own texts",
}
SUMMARIES = (
    "The assistant comes with summaries of the publications in our own words, and with the tables of the bulletins in "
    "full. Many of the questions expect words that only a publication's own text has: an answer from a summary is then "
    "counted as a mistake, even where it says the same. Where the publications' own texts have been added, questions "
    "are answered from those."
)
KEY = (
    ("Right", "the figures or words that were wanted, from the source that was wanted; or a refusal, where nothing "
              "published answers"),
    ("Refused wrongly", "“not published”, or a question back, although the publications answer"),
    ("Wrong figure", "a figure is given, but it is another than the one wanted, or not every one wanted is given, "
                     "or nothing published answers"),
    ("Other mistake", "such as other words or another source than wanted"),
)  # fmt: skip
FIRST = 5  # passages of a search that are looked at


def measured_html(measured: Measured) -> str:
    """The whole of what was measured, in words and tables."""
    key = "".join(f"<li><b>{name}</b>: {words}.</li>" for name, words in KEY)
    aside = [one for one in measured.answers if one.blind]
    seen = [one for one in measured.answers if not one.blind]
    return (
        f"<p>{escaped(_when(measured))}</p><p>{SUMMARIES}</p>{_in_short(measured.answers)}"
        f"{_answers(aside, 'Questions set aside', BLIND)}"
        f"{_answers(seen, 'Questions it was made with', SEEN)}"
        f"<h3>How to read these tables</h3><ul>{key}</ul>"
        f"<p>{escaped(_speed(measured.answers))}</p>"
        f"{_drafts(measured)}{_search(measured.search)}"
    )


def share(part: int, whole: int) -> str:
    """A share in percent to one decimal, never rounded to all or none of them; a share of nothing is none."""
    if not whole:
        return "none asked"
    percent = (Decimal(100 * part) / whole).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if 0 < part < whole:
        percent = min(max(percent, Decimal("0.1")), Decimal("99.9"))
    return f"{percent}%"


def together(sets: Iterable[Answers]) -> list[Kind]:
    """The kinds of several sets, those of the same kind added up, in the order in which they come."""
    found: dict[str, Kind] = {}
    for one in (kind for each in sets for kind in each.kinds):
        before = found.get(one.kind)
        found[one.kind] = _sum(one.words, [before, one]) if before else one
    return list(found.values())


def _sum(words: str, kinds: Sequence[Kind]) -> Kind:
    return Kind(
        kind=kinds[0].kind if kinds else "",
        words=words,
        right=sum(one.right for one in kinds),
        refused=sum(one.refused for one in kinds),
        refused_wrongly=sum(one.refused_wrongly for one in kinds),
        wrong_figure=sum(one.wrong_figure for one in kinds),
        wrong_otherwise=sum(one.wrong_otherwise for one in kinds),
    )


def _when(measured: Measured) -> str:
    return (
        f"Measured on {day(measured.date)} with version {measured.version}, on the {len(measured.publications)} "
        "publications that come with the assistant. Every answer was scored by a program against what was expected."
    )


def _in_short(sets: Sequence[Answers]) -> str:
    """A table of the sets: how many of each are right, by what was held."""
    named = {one.name: one for one in sets}
    rows = []
    for one in named.values():
        shares = {each.held: _sum("", each.kinds) for each in sets if each.name == one.name}
        asked = max(total.asked for total in shares.values())
        right = [_right(shares[held]) if held in shares else "not measured" for held in HELD]
        rows.append((one.words, "yes" if one.blind else "no", f"{asked:,}", *right))
    return table_html("Questions answered or refused rightly", SHORT, rows) if rows else ""


def _right(total: Kind) -> str:
    return f"{share(total.all_right, total.asked)} ({total.all_right:,})"


def _answers(sets: Sequence[Answers], title: str, words: str) -> str:
    """What came of some sets, by what was held: a sentence, and a table by kind."""
    parts = ""
    for held, how in HELD.items():
        if kinds := together(one for one in sets if one.held == held):
            total = _sum("All", kinds)
            table = table_html(f"{title}, {how}", COLUMNS, [_row(kind) for kind in [*kinds, total]])
            parts += f"<p>{_said(how, total)}</p>{table}"
    return f"<h3>{title}</h3><p>{words}</p>{parts}" if parts else ""


def _said(how: str, total: Kind) -> str:
    return (
        f"<b>{share(total.all_right, total.asked)} right</b> when {how}: {total.all_right:,} of {total.asked:,}. "
        f"{total.wrong_figure:,} got a wrong figure ({share(total.wrong_figure, total.asked)})."
    )


def _row(kind: Kind) -> tuple[str, ...]:
    mistakes = (kind.refused_wrongly, kind.wrong_figure, kind.wrong_otherwise)
    rate = share(kind.all_right, kind.asked)
    return (kind.words, f"{kind.asked:,}", f"{kind.all_right:,}", rate, *(f"{count:,}" for count in mistakes))


def _speed(sets: Sequence[Answers]) -> str:
    """The slowest set's times: what to expect of any question."""
    if not sets:
        return ""
    half = max(one.seconds_median for one in sets)
    most = max(one.seconds_p95 for one in sets)
    return (
        f"In every set, half of the questions took at most {half:.2f} seconds to answer, and 95 in 100 at most "
        f"{most:.2f} seconds, on an ordinary computer without a graphics card, not counting the drawing of the page."
    )


def _drafts(measured: Measured) -> str:
    if not measured.drafts:
        return ""
    headers = ("Drafts", "Claims", "Right verdict", "Share right", "False alarms", "Errors let pass")
    rows = [
        (d.words, f"{d.claims:,}", f"{d.right:,}", share(d.right, d.claims), f"{d.false_alarms:,}", f"{d.let_pass:,}")
        for d in measured.drafts
    ]
    return (
        "<h3>Checking drafts</h3><p>A <b>false alarm</b> is a claim that was marked as contradicted and is not. An "
        "<b>error let pass</b> is a claim that is contradicted and was marked as supported.</p>"
        f"{table_html('Verdicts on the claims of drafts', headers, rows)}"
    )


def _search(searches: Sequence[Searches]) -> str:
    if not searches:
        return ""
    headers = ("Questions", "Searched", f"Found among the first {FIRST}", "Share found")
    rows = [
        (one.words, f"{one.asked:,}", f"{one.found[FIRST]:,}", share(one.found[FIRST], one.asked)) for one in searches
    ]
    return (
        "<h3>Finding the place</h3><p>How often everything that answers a question was among the first "
        f"{FIRST} places found in the publications' own texts.</p>{table_html('Searches', headers, rows)}"
    )
