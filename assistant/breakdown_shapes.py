"""The shapes by which a question goes over regions and quarters; matched against folded text."""

import re

from assistant.phrasing import any_of

LATEST_QUARTER = any_of(r"(?:the )?(?:last|latest|most recent|newest|current|this) (?:published )?(?:quarter|qtr)")
QUARTER_BEFORE = any_of(r"""
    (?:the )?(?:previous|preceding|prior) (?:quarter|qtr) | (?:the )?(?:quarter|qtr) before(?: that)? |
    (?:a|one) (?:quarter|qtr) earlier | (?:the )?one before
""")
QUARTER_AFTER = any_of(r"(?:the )?(?:next|following) (?:quarter|qtr) | (?:the )?(?:quarter|qtr) after(?: that)?")
SAME_QUARTER = any_of(
    r"(?:the )?same (?:quarter|period|three months|time) (?:(?:in|of) )?(?:the )?"
    r"(?:last year|year before|previous year|a year (?:earlier|before|ago)|year earlier)"
)
SINCE = re.compile(r"\bsince\b")
EVERY_QUARTER = any_of(r"""
    quarter by quarter | (?:in |for |by |per )?(?:each|every|all(?: the| four)?|the four) (?:quarters?|qtrs?)(?: of)? |
    by quarter | quarterly | quarter on quarter | (?:over|across|through|throughout|during) (?:the )?quarters |
    quarters
""")
WHICH_QUARTER = any_of(r"(?:which|what) (?:quarters?|qtrs?)")
BEST_QUARTER = re.compile(r"\b(best|worst|highest|lowest|top|strongest|weakest|poorest) (?:quarters?|qtrs?)\b")
OVER_YEAR = any_of(r"(?:over|through|throughout|across|during) (?:the |that |this )?(?:whole |full )?year")
REGIONS = any_of(r"""
    (?:by|per|for|in|across|of|among) (?:(?:each|every|all|the|of) )*(?:probation )?(?:regions?|areas?) |
    (?:probation )?regions? | areas? | regional(?:ly)? | region by region | where | anywhere | everywhere |
    who(?:'?s)? (?:was|were|is|are|did|does|do|had|has|met|missed|beat|came|got|scored|hit|made|best|worst|ahead|behind)
""")
WHOLE = any_of(r"""
    (?:the )?(?:national|whole|overall|england (?:and|&) wales|e&w)(?: (?:average|figure|level|rate|value|one))? |
    (?:the )?(?:average|mean)(?: (?:figure|level))? | nationally | the country(?: as a whole)?
""")
BESIDE = any_of(r"""
    above | below | over | under | better | worse | higher | lower | than | against | compar\w+ | versus | vs | v |
    beat\w* | ahead of | behind | exceed\w* | outperform\w* | with | from | difference | gap | match\w* | and
""")
FIRST, LAST = r"(?:best|top|highest|strongest)", r"(?:worst|bottom|lowest|poorest|weakest)"
BETWEEN = r"(?:[- ]performing)?(?: regions?| areas?)? (?:and|to|from|versus|vs) (?:the )?"
ENDS = re.compile(rf"\b(?:{FIRST}{BETWEEN}{LAST}|{LAST}{BETWEEN}{FIRST})\b")
APART = any_of(r"gaps? | differences? | range[ds]? | spread | apart | var(?:y|ies|ied|iation) | distance")
ABOVE = any_of(r"above | higher | over | exceed\w* | more")
BELOW = any_of(r"below | lower | under | behind | less")
BETTER = any_of(r"better | ahead of | beat\w* | outperform\w*")
WORSE = any_of(r"worse | underperform\w*")
COMPARED = any_of(
    r"compar\w+ | versus | vs\.? | v | between | difference | than | against | better | worse | higher | lower"
)
MOVED = any_of(r"""
    from | chang\w+ | mov\w+ | go(?:ne)? (?:up|down) | went (?:up|down) | up | down | improv\w+ | declin\w+ | ris\w+ |
    rose | fell | fall\w* | increas\w+ | decreas\w+ | drop\w* | worse\w* | better | got worse | difference |
    compar\w+ | trend
""")
ALL = re.compile(r"\b(?:all|every|each)(?: of)?(?: the)?(?: probation)? (?:regions?|areas?)\b")
# What names neither measure nor place.
ASIDE = (
    SAME_QUARTER, LATEST_QUARTER, QUARTER_BEFORE, QUARTER_AFTER, EVERY_QUARTER, WHICH_QUARTER, OVER_YEAR,
)  # fmt: skip
