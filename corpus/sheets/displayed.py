"""What a number shows under the format of its cell: 0.713 under "0.0%" shows "71.3%".

Halves round away from zero, on the 15 digits that a spreadsheet keeps. What a format does that is not known here shows
nothing, never something near it.
"""

import re
from dataclasses import dataclass
from decimal import MAX_EMAX, MIN_EMIN, ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from corpus.sheets.dates import is_date, shown_date

KEPT = Context(prec=15, rounding=ROUND_HALF_UP, Emax=MAX_EMAX, Emin=MIN_EMIN)
EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
WIDEST = 11  # characters of a number without a format, its point among them
FEW = 6  # decimals that a number shown as it is may have
LONGEST = 255  # characters of a format, as many as Excel allows
LARGEST = 30  # exponent: what is larger or smaller is no published figure
ALTERING = re.compile(r"%|[0#?],+(?![0#?])|\[[<>=]")  # what makes a number show as another one, or as words
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[(?:\$(?P<currency>[^\]-]*)[^\]]*|(?P<bracketed>[^\]]*))\]'
    r"|(?P<number>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)|(?P<percent>%)|(?P<plain>[-+() £$€])|(?P<other>.)",
    re.S,
)
LITERAL = re.compile(r'"[^"]*"|\\.')
COLOURS = re.compile(r"black|blue|cyan|green|magenta|red|white|yellow|color ?\d+", re.I)


@dataclass(frozen=True, slots=True)
class _Section:
    """One section of a format: what stands before and after the number, and the number's own pattern."""

    before: str
    pattern: str  # "" where it shows no number
    after: str
    percents: int


def displayed(value: Decimal, code: str, from_1904: bool = False) -> str | None:
    """What a number shows under a format; None where that is not certain. `from_1904`: its days count from 1904."""
    if not value.is_finite() or abs(value.adjusted()) > LARGEST or len(code) > LONGEST:
        return None
    value = KEPT.plus(value)
    if code.strip().lower() in ("", "general", "@"):
        return general(value)
    if is_date(code):
        return shown_date(value, code, from_1904)
    shown = _formatted(value, code)
    return bare(value) if shown is None and not ALTERING.search(code) else shown


def general(value: Decimal) -> str | None:
    """A number without a format, as wide as a cell shows it; None where it would be shown by powers of ten."""
    if value and not -5 < value.adjusted() < WIDEST:
        return None
    whole = max(value.adjusted() + 1, 1)
    places = max(WIDEST - 1 - whole, 0)
    return _plain(EXACT.quantize(value, Decimal(1).scaleb(-places)))


def bare(value: Decimal) -> str | None:
    """A number as it is, where it has few decimals."""
    exponent = value.normalize(EXACT).as_tuple().exponent
    if not value.is_finite() or not isinstance(exponent, int) or not -FEW <= exponent <= 15:
        return None
    return _plain(value)


def _plain(value: Decimal) -> str:
    text = f"{value.normalize(EXACT):f}"
    return "0" if text == "-0" else text


def _formatted(value: Decimal, code: str) -> str | None:
    """What a number shows under a format of its own; None for a format that is not known."""
    sections = _sections(code)
    if not sections:
        return None
    at = 1 if value < 0 and len(sections) > 1 else 2 if value == 0 and len(sections) > 2 else 0
    section = sections[at]
    if section is None:
        return None
    if not section.pattern:
        return section.before.strip()
    shown = _patterned(abs(value) * 100**section.percents, section.pattern)
    if shown is None:
        return None
    sign = "-" if value < 0 and at == 0 else ""
    return f"{sign}{section.before}{shown}{section.after}".strip()


@lru_cache(maxsize=1000)
def _sections(code: str) -> list[_Section | None]:
    """The sections of a format for numbers, which semicolons outside quotes part; none where it has conditions."""
    apart = LITERAL.sub(lambda match: match[0].replace(";", "\0"), code)
    codes = [section.replace("\0", ";") for section in apart.split(";")]
    if len(codes) > 4 or any("[<" in one or "[>" in one or "[=" in one for one in codes):
        return []
    return [_section(one) for one in codes[:3]]


def _section(code: str) -> _Section | None:
    """A section read; None where it does anything that is not known here."""
    before, after, pattern, percents = "", "", "", 0
    for match in TOKEN.finditer(code):
        kind = match.lastgroup
        if kind == "number":
            if pattern:
                return None
            pattern = match["number"]
            continue
        if kind in ("other", "bracketed") and not (kind == "bracketed" and COLOURS.fullmatch(match["bracketed"])):
            return None
        percents += kind == "percent"
        literal = match["quoted"] or match["escaped"] or match["currency"] or match["percent"] or match["plain"] or ""
        if literal and pattern:
            after += literal
        else:
            before += literal
    return _Section(before, pattern, after, percents)


def _patterned(value: Decimal, pattern: str) -> str | None:
    """A number, not negative, in a pattern such as "#,##0.0"; None where the pattern scales it."""
    whole, _, decimals = pattern.partition(".")
    if whole.endswith(",") or "," in decimals:
        return None
    places = len(decimals)
    rounded = EXACT.quantize(value, Decimal(1).scaleb(-places))
    digits, _, fraction = f"{rounded:f}".partition(".")
    optional = len(decimals) - len(decimals.rstrip("#?"))
    while optional and fraction.endswith("0"):
        fraction, optional = fraction[:-1], optional - 1
    least = whole.count("0")
    digits = digits.lstrip("0").rjust(least, "0")
    if "," in whole:
        digits = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ",", digits)
    return f"{digits}.{fraction}" if "." in pattern and (fraction or decimals == "") else digits
