"""The shapes of sentences: what a question wants, told from how it is put and never from one question's words.

Each pattern is matched against folded text with slips mended.
"""

import re


def _any(phrases: str) -> re.Pattern[str]:
    """A pattern of whole phrases, which are set apart by " | "."""
    alternatives = "|".join(phrase.strip() for phrase in re.split(r"\s\|\s", phrases))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


PARLIAMENTARY = re.compile(
    r"^to ask (?:the |his |her )?(?:secretary of state[^,]*|majesty'?s government|ministry of justice"
    r"|minister[^,]*),?\s*"
)
ASSESSMENT = re.compile(r"\bwhat (?:recent )?assessment (?:he|she|they|his department) (?:has|have|had) made of\s+")

COUNT = _any(r"how many | number of | how often | count of | what number | total number")
LIST = _any(r"which | list | name | what | who | give me | show")
MEASURES = _any(r"service levels?(?: measures?)? | measures? | targets? | metrics? | sls? | indicators?")
MEASURED = _any(r"service levels? | measures? | metrics? | how many | which")  # speaks of measures in general
REGIONS = _any(r"regions? | areas?")

MISSED = _any(r"""
    miss(?:ed|es|ing)? |
    (?:not|never|\w+n'?t) (?:\w+ )?(?:meet|met|hit|hitting|meeting|reach\w*|achiev\w*|exceed\w*) |
    fail(?:ed|s|ing)?(?: to meet)? | below target | under target | not (?:hit|hitting|meeting|reach(?:ed|ing)?) |
    fell short | fall(?:s|ing)? short | off target | unmet | behind target |
    short of (?:its |their |the )?targets?
""")
MET = _any(r"""
    me(?:e)?ts? | met | meeting | hit(?:s|ting)? | achiev(?:e|ed|es|ing) | exceed(?:ed|s|ing)? | on target |
    above target | over target | pass(?:ed|es)? | beat(?:en)? | reach(?:ed|es)? | on track |
    above (?:its|their|the) targets?
""")
DECLINED = _any(r"""
    declin(?:e|ed|es|ing) | worse(?:n|ned|ning)? | deteriorat(?:e|ed|ing|ion) | got worse | fell | fall(?:en)? |
    drop(?:ped)? | went down | gone down | decreas(?:e|ed|es) | slipp?ed | downgraded | down
""")
IMPROVED = _any(r"""
    improv(?:e|ed|es|ing|er|ers) | got better | better | rose | risen | went up | gone up | increas(?:e|ed|es) |
    upgraded | up | grew | gain(?:ed)?
""")
CHANGED = _any(r"chang(?:e|ed|es|ing) | mov(?:e|ed|es) | differ(?:ent|s|ed)? | differences?")
UP_OR_DOWN = _any(r"""
    up or down | better or worse | worse or better | rise or fall | risen or fallen | fallen or risen |
    improved or (?:declined|worsened|got worse) | down or up
""")
CHANGE = _any(r"""
    changes? | changed | up or down | go(?:ne)? (?:up|down) | went (?:up|down) | increas\w* | decreas\w* |
    improv\w* | better | worse\w* | ris(?:e|es|en) | rose | fell | falls? | fallen | drop(?:ped)? | declin\w* |
    by how much | percentage points? | pp | compar\w* | trend | difference
""")
GAP = _any(r"gap | how far | short(?:fall)? | by how much | distance | how (?:close|near) | away from")
AGAINST = _any(r"above | below | over | under | against | versus | vs | at or above")
TARGET = _any(r"targets? | goals? | expected level")
MOST = _any(r"""
    most | largest | biggest | greatest | highest | best | top | furthest | farthest | worst | lowest | smallest |
    least | poorest | strongest | weakest | closest
""")
WORST = _any(r"worst | poorest | weakest")
BEST = _any(r"best | strongest | top")
LOWEST = _any(r"lowest | bottom")
HIGHEST = _any(r"highest")
LEAST = _any(r"smallest | least | closest | nearest | narrowest")

RATING = _any(r"scorecards? | ratings? | rated | downgraded | upgraded")
BANDS = _any(r"""
    thresholds? | bands? | boundar(?:y|ies) | cut[- ]?offs? | what scores? | which scores? |
    score (?:do|does|would|needed|required) | points? (?:more|away|short|needed) |
    (?:percentages?|percent|scores?|marks?)\b.{0,40}\b(?:needs?|requires?|be rated|to get|to be) | how high |
    how many (?:more )?(?:percentage )?points
""")
SCORE_BEHIND = _any(r"""
    (?:percentage|percent|exact|actual|underlying|precise|numerical|raw) scores? |
    scores? (?:in|as a) percent(?:age)? | score out of 100 | what score did
""")
DIRECTION = re.compile(
    r"\b(?:does|would|do|is|was|are)\b.*\b(?:a |an )?(?:fall|falling|decrease|drop|rise|rising|increase|lower|higher|"
    r"decline)\b.*"
    r"\b(?:mean|better|worse|good|bad|improvement|positive|negative)\b"
)
FALLING = _any(r"fall | falls | falling | decrease | drop | lower | decline | reduction")
GOOD = _any(r"better | good | improv\w* | positive")
WHY_OR_HOW = re.compile(
    r"^(?:so |but |and )?(?:why|how (?:are|is|do|does|was were|come|should|can)\b(?! (?:far|much|many)))"
    r"|\bexplain\b|\bwhat (?:happens|explains|caused)\b"
)
DEFINITION = re.compile(
    r"^(?:what (?:is|are|was|were) (?:an? |meant by |the (?:definition|meaning) of )|what(?:'s| is) an? "
    r"|what (?:do|does) .+ (?:actually |really )?(?:mean|stand for|measure|cover|count)\b"
    r"|define\b|definition of|meaning of|what counts as|how (?:is|are) .+ (?:defined|measured|calculated))"
)
PUBLISHED = re.compile(
    r"\bwhen (?:was|were|did|is)\b.*\b(?:published|released|come out|came out|issued)\b"
    r"|\b(?:publication|release) date\b"
)
NEXT = _any(r"next | forthcoming | upcoming | due out")

SPREAD = _any(r"""
    across (?:the )?years | over the years | both years | (?:in )?each year |
    each of the (?:last |past )?(?:two |three |\w+ )?years | over time | trend | history | every year | two years
    | since | year on year | both | over the (?:last|past) (?:two|three|few|\d) years |
    the (?:last|past) (?:two|three|few|\d) years | (?:compared|comparison) (?:to|with) (?:last|the previous) year
    | than (?:last|the previous) year | change over
""")
LATEST = _any(r"""
    latest | most recent(?:ly)? | last year | this year | current(?:ly)? | now | newest | at present | today
""")
YEAR_BEFORE = _any(r"""
    (?:the )?year before(?: that)? | (?:the )?previous year | (?:the )?prior year | (?:the )?preceding year |
    a year earlier | the one before
""")
THAN_BEFORE = re.compile(
    r"\b(?:than|compared (?:to|with)|from|against|on) (?:the )?"
    r"(?:year before|previous year|prior year|preceding year)\b"
)
FOLLOWING = re.compile(
    r"^(?:ok(?:ay)?,? |so |right,? |no,? |sorry,? )*(?:and\b|what about|how about|which ones?"
    r"|what (?:were|are) they|why\W*$|why (?:is|was|did|do|are|were) (?:that|it|this|they|those)\b|source"
    r"|by how much|was (?:that|it|this)|is (?:that|it|this)"
    r"|did (?:it|they|that)|the \d{4}|same for|list them|name them|who (?:were|are) they"
    r"|i meant|in \d{4}|for \w+\??$|compared)"
)
POINTING = _any(r"it | its | that | they | them | their | those | these | ones? | this | there | same")
QUARTER = _any(r"quarter(?:ly)?(?: \w+)? | q[1-4] | monthly | weekly | by month")
