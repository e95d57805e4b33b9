"""The shapes of sentences: what a question wants, told from how it is put and never from one question's words.

Each pattern is matched against folded text with slips mended.
"""

import re


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(phrases)})(?!\w)")


PARLIAMENTARY = re.compile(
    r"^to ask (?:the |his |her )?(?:secretary of state[^,]*|majesty'?s government|ministry of justice|minister[^,]*),?\s*"
)
ASSESSMENT = re.compile(r"\bwhat (?:recent )?assessment (?:he|she|they|his department) (?:has|have|had) made of\s+")

COUNT = _any(r"how many", r"number of", r"how often", r"count of", r"what number", r"total number")
LIST = _any(r"which", r"list", r"name", r"what", r"who", r"give me", r"show")
MEASURES = _any(r"service levels?(?: measures?)?", r"measures?", r"targets?", r"metrics?", r"sls?", r"indicators?")
REGIONS = _any(r"regions?", r"areas?")

MISSED = _any(
    r"miss(?:ed|es|ing)?", r"did(?: not|n'?t) meet", r"not met", r"fail(?:ed|s|ing)?(?: to meet)?", r"below target",
    r"under target", r"not (?:hit|hitting|meeting|reach(?:ed|ing)?)", r"fell short", r"fall(?:s|ing)? short", r"off target",
    r"unmet", r"behind target", r"short of (?:its |their |the )?targets?",
)  # fmt: skip
MET = _any(
    r"me(?:e)?ts?", r"met", r"meeting", r"hit(?:s|ting)?", r"achiev(?:e|ed|es|ing)", r"exceed(?:ed|s|ing)?", r"on target",
    r"above target", r"over target", r"pass(?:ed|es)?", r"beat(?:en)?", r"reach(?:ed|es)?", r"on track", r"above (?:its|their|the) targets?",
)  # fmt: skip
DECLINED = _any(
    r"declin(?:e|ed|es|ing)", r"worse(?:n|ned|ning)?", r"deteriorat(?:e|ed|ing|ion)", r"got worse", r"fell", r"fall(?:en)?", r"drop(?:ped)?",
    r"went down", r"gone down", r"decreas(?:e|ed|es)", r"slipp?ed", r"downgraded", r"down",
)  # fmt: skip
IMPROVED = _any(
    r"improv(?:e|ed|es|ing|er|ers)", r"got better", r"better", r"rose", r"risen", r"went up", r"gone up", r"increas(?:e|ed|es)", r"upgraded",
    r"up", r"grew", r"gain(?:ed)?",
)  # fmt: skip
CHANGED = _any(r"chang(?:e|ed|es|ing)", r"mov(?:e|ed|es)", r"differ(?:ent|s|ed)?", r"differences?")
UP_OR_DOWN = _any(r"up or down", r"better or worse", r"worse or better", r"rise or fall", r"risen or fallen", r"fallen or risen",
                  r"improved or (?:declined|worsened|got worse)", r"down or up")  # fmt: skip
CHANGE = _any(
    r"changes?", r"changed", r"up or down", r"go(?:ne)? (?:up|down)", r"went (?:up|down)", r"increas\w*", r"decreas\w*", r"improv\w*",
    r"better", r"worse\w*", r"ris(?:e|es|en)", r"rose", r"fell", r"falls?", r"fallen", r"drop(?:ped)?", r"declin\w*", r"by how much",
    r"percentage points?", r"pp", r"compar\w*", r"trend", r"difference",
)  # fmt: skip
GAP = _any(r"gap", r"how far", r"short(?:fall)?", r"by how much", r"distance", r"how (?:close|near)", r"away from")
TARGET = _any(r"targets?", r"goals?", r"expected level")
MOST = _any(
    r"most", r"largest", r"biggest", r"greatest", r"highest", r"best", r"top", r"furthest", r"farthest", r"worst", r"lowest",
    r"smallest", r"least", r"poorest", r"strongest", r"weakest", r"closest",
)  # fmt: skip
LEAST = _any(r"lowest", r"smallest", r"least", r"worst", r"poorest", r"weakest", r"closest", r"bottom")

RATING = _any(
    r"scorecards?", r"ratings?", r"rated", r"outstanding", r"inadequate", r"(?:requir\w+|needs?) improvement", r"improvement required",
    r"good", r"downgraded", r"upgraded",
)  # fmt: skip
BANDS = _any(r"thresholds?", r"bands?", r"boundar(?:y|ies)", r"cut[- ]?offs?", r"what scores?", r"which scores?", r"score (?:do|does|would|needed|required)",
             r"points? (?:more|away|short|needed)",
             r"(?:percentages?|percent|scores?|marks?)\b.{0,40}\b(?:needs?|requires?|be rated|to get|to be)", r"how high", r"how many (?:more )?(?:percentage )?points")  # fmt: skip
SCORE_BEHIND = _any(r"(?:percentage|percent|exact|actual|underlying|precise|numerical|raw) scores?", r"scores? (?:in|as a) percent(?:age)?",
                    r"score out of 100", r"what score did")  # fmt: skip
DIRECTION = re.compile(
    r"\b(?:does|would|do|is|was|are)\b.*\b(?:a |an )?(?:fall|falling|decrease|drop|rise|rising|increase|lower|higher|decline)\b.*"
    r"\b(?:mean|better|worse|good|bad|improvement|positive|negative)\b"
)
WHY_OR_HOW = re.compile(r"^(?:so |but |and )?(?:why|how (?:are|is|do|does|was were|come|should|can)\b(?! (?:far|much|many)))|\bexplain\b|\bwhat (?:happens|explains|caused)\b")
DEFINITION = re.compile(
    r"^(?:what (?:is|are|was|were) (?:an? |meant by |the (?:definition|meaning) of )|what(?:'s| is) an? |what (?:do|does) .+ (?:actually |really )?(?:mean|stand for|measure|cover|count)\b"
    r"|define\b|definition of|meaning of|what counts as|how (?:is|are) .+ (?:defined|measured|calculated))"
)
PUBLISHED = re.compile(r"\bwhen (?:was|were|did|is)\b.*\b(?:published|released|come out|came out|issued)\b|\b(?:publication|release) date\b")
NEXT = _any(r"next", r"forthcoming", r"upcoming", r"due out")

SPREAD = _any(
    r"both years", r"(?:in )?each year", r"each of the (?:last |past )?(?:two |three |\w+ )?years", r"over time", r"trend", r"history", r"every year",
    r"two years", r"since", r"year on year", r"both", r"over the (?:last|past) (?:two|three|few|\d) years", r"the (?:last|past) (?:two|three|few|\d) years",
    r"(?:compared|comparison) (?:to|with) (?:last|the previous) year", r"than (?:last|the previous) year", r"change over",
)  # fmt: skip
LATEST = _any(r"latest", r"most recent(?:ly)?", r"last year", r"this year", r"current(?:ly)?", r"now", r"newest", r"at present", r"today")
YEAR_BEFORE = _any(r"(?:the )?year before(?: that)?", r"(?:the )?previous year", r"(?:the )?prior year", r"(?:the )?preceding year", r"a year earlier", r"the one before")
FOLLOWING = re.compile(
    r"^(?:ok(?:ay)?,? |so |right,? |no,? |sorry,? )*(?:and\b|what about|how about|which ones?|what (?:were|are) they|why\b|source|by how much|was (?:that|it|this)|is (?:that|it|this)"
    r"|did (?:it|they|that)|the \d{4}|same for|list them|name them|who (?:were|are) they|i meant|in \d{4}|for \w+\??$|compared)"
)
POINTING = _any(r"it", r"its", r"that", r"they", r"them", r"their", r"those", r"these", r"ones?", r"this", r"there", r"same")
QUARTER = _any(r"quarter(?:ly)?(?: \w+)?", r"q[1-4]", r"monthly", r"weekly", r"by month")
