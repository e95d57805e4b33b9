"""The shapes by which a question places itself in time and in a conversation; matched against folded text."""

import re

from assistant.phrasing import any_of

SPREAD = any_of(r"""
    across (?:the )?years | over the years | both years | (?:in )?each year |
    each of the (?:last |past )?(?:two |three |\w+ )?years | over time | trends? | direction of travel | history |
    every year | two years |
    since | year on year | either year | any year | every (?:rating|figure|edition) |
    (?:two|three) (?:years? )?(?:running|in a row) | all (?:the )?(?:ratings|figures) | all years | every edition |
    historically | ever | as (?:the year before|last year) | over the (?:last|past) (?:two|three|few|\d) years |
    the (?:last|past) (?:two|three|few|\d) years | (?:compared|comparison) (?:to|with) (?:last|the previous) year |
    than (?:last|the previous) year | change over
""")
LATEST = any_of(r"""
    latest | most recent(?:ly)? | last (?:year|yr) | this (?:year|yr) | current(?:ly)? | now | newest | at present |
    today
""")
YEAR_BEFORE = any_of(r"""
    (?:the )?year before(?: that)? | (?:the )?previous year | (?:the )?prior year | (?:the )?preceding year |
    a year earlier | the one before
""")
YEAR_AFTER = any_of(r"(?:the )?(?:next|following) year | (?:the )?year after(?: that)? | a year later")
EARLIEST = any_of(r"""
    (?:the )?(?:earliest|oldest|first) (?:of (?:the |your )?(?:\w+ )?)?(?:years?|bulletins?|editions?|scorecards?)
""")
ON_BEFORE = any_of(r"""
    (?:on|from|over) (?:the )?(?:previous|prior|preceding) (?:performance )?year |
    (?:on|from|over) (?:the )?year before
""")
COMPARED_WITH = re.compile(
    r"\b(?:than|compared? (?:to|with)|versus|vs\.?|against|relative to|(?:up|down|changed?|ris\w+|rose|fell"
    r"|fall\w*|improv\w+|wors\w+|differ\w*|mov\w+|declin\w+|drop\w*)(?: \w+){0,3}? (?:from|on))(?: in| the| year"
    r"| to)*\s*$"
)
THAN_BEFORE = re.compile(
    r"\b(?:than|compared (?:to|with)|from|against|on|as|versus|vs) (?:in )?(?:the )?"
    r"(?:year before|previous year|prior year|preceding year)\b"
)
FUTURE = any_of(r"will(?! you) | next year | forecasts? | projections? | predict\w* | going to (?:be|get|rise|fall)")
QUARTER = any_of(r"quarter(?:ly)?(?: \w+)? | q[1-4] | monthly | weekly | by month")
BOTH = any_of(r"both")
WHICH_YEAR = any_of(r"(?:which|what) (?:\w+ )?(?:years?|bulletin|edition) | when (?:was|were|did)")
TREND = any_of(r"""
    since | trends? | direction of travel | history | historically | over time | ever | every edition | all years |
    over the years | how has
""")
EVERY_YEAR = any_of(
    r"both years | every year | (?:two|three) (?:years? )?(?:running|in a row) | each year | all years | in both"
)
FOLLOWING = re.compile(
    r"^(?:ok(?:ay)?,? |so |right,? |no,? |sorry,? )*(?:and\b|what about|how about|which ones?"
    r"|what (?:were|are) they|why\W*$|why (?:is|was|did|do|are|were) (?:that|it|this|they|those)\b|source"
    r"|by how much|was (?:that|it|this)|is (?:that|it|this)"
    r"|did (?:it|they|that)|the \d{4}|same for|list them|name them|who (?:were|are) they"
    r"|i meant|in \d{4}|for \w+\??$|compared)"
)
POINTING = any_of(r"it | its | that | they | them | their | those | these | ones? | this | there | same")
IT = any_of(r"it | its | that | this")
COMPARE = any_of(r"compar\w+")
COMPARED_TO_IT = re.compile(r"\b(?:compare|compared|comparison|versus|vs|against|than|better|worse|higher|lower)\b")
NEGATED = re.compile(r"\b(?:not|(?:did|was|were|have|has)n'?t)\W*$|\bnot\b")
SOURCE = any_of(r"""
    sources? | where (?:is|was|does|did) (?:that|it|this) (?:come )?from | which (?:table|page|publication) |
    reference | citation
""")
