"""The shapes of sentences: what a question wants, told from how it is put and never from one question's words.

Each pattern is matched against folded text with slips mended.
"""

import re

from assistant import padding, when
from assistant.phrasing import any_of

COUNT = any_of(
    r"how many | number(?: of| that| which)? | how often | count of | what number | total number | out of how many"
)
SHARE = any_of(r"proportion | share | percent | percentage | per cent | what % | fraction | pct | percents | %")
LIST = any_of(r"which | list | name | what | who | give me | show | ones | those | everything | all the")
MEASURES = any_of(r"service levels?(?: measures?)? | measures? | targets? | metrics? | sls? | indicators? | kpis?")
MEASURED = any_of(r"service levels? | measures? | metrics? | how many | which")  # speaks of measures in general
BY_REGION = any_of(r"""
    (?:by|per|each|every|in each|for each|across) (?:probation )?(?:regions?|areas?) |
    (?:which|what) (?:probation )?(?:region|area) | regional(?:ly)? | (?:by|per) pdu
""")
REGIONS = any_of(r"regions? | areas? | regional")
MISSED = any_of(r"""
    miss(?:ed|es|ing)? |
    <not> (?:\w+ )?(?:meet|met|hit|hitting|meeting|reach\w*|achiev\w*|exceed\w*) |
    fail(?:ed|s|ing)?(?: to meet)? | below target | under target | not (?:hit|hitting|meeting|reach(?:ed|ing)?) |
    without (?:quite |actually )?(?:meeting|hitting|reaching) (?:it|its target|target|the target)? | fell short |
    fall(?:s|ing)? short | off target | unmet | behind target |
    <not> on target | <not> (?:make|made|making)(?=\W+(?:[\w-]+\W+){0,3}?targets?\b) |
    short of (?:its |their |the )?targets? | miss(?:es)? | undershot | below (?:its|their|the) targets?
""")
MET = any_of(r"""
    me(?:e)?ts? | met | meeting | hit(?:s|ting)? | achiev(?:e|ed|es|ing) | exceed(?:ed|s|ing)? | on target |
    above target | over target | pass(?:ed|es)? | beat(?:en|ing|s)? | reach(?:ed|es|ing)? | on track |
    above (?:its|their|the) targets? | surpass(?:ed|es)? | bettered |
    (?:made|makes?|making)(?=\W+(?:[\w-]+\W+){0,3}?targets?\b)
""")
DECLINED = any_of(r"""
    declin(?:e|ed|es|ing) | worse(?:n|ned|ning)? | deteriorat(?:e|ed|ing|ion) | got worse | fell | fall(?:en)? |
    drop(?:ped|s)? | went down | gone down | decreas(?:e|ed|es) | slipp?ed | downgraded | down | falls? | slid |
    backwards? | lower (?:performance|figures?|scores?|results?|ratings?|than) | regress(?:ed)? | weaken(?:ed)? |
    declines? | falling | downwards?
""")
IMPROVED = any_of(r"""
    improv(?:e|ed|es|ing|er|ers|ement|ements) | got better | better | rose | risen | went up | gone up |
    increas(?:e|ed|es) | upgraded | (?<!add )(?<!adding )up | grew | gain(?:ed|s)? | rises? | rising | upwards?
""")
CHANGED = any_of(r"chang(?:e|ed|es|ing) | mov(?:e|ed|es) | differ(?:ent|s|ed)? | differences?")
UNCHANGED = any_of(r"""
    (?:stay(?:ed|s)?|remain(?:ed|s)?|kept|keep|was|were) (?:\w+ )?(?:the same|unchanged)(?: rating)? | unchanged |
    no change | (?:did|do|done) as well(?= in) |
    <not> (?:change[ds]?|changing|move[ds]?)
""")
MET_OR_MISSED = any_of(r"""
    (?:met|hit|made|meet|make|on|on target|above|over) or (?:miss\w*|not|below|fail\w*|off|under|short)(?: met)? |
    (?:miss\w*|fail\w*|off|below) or (?:met|hit|made|on|above)
""")
UP_OR_DOWN = any_of(r"""
    up or down | better or worse | worse or better | rise or fall | risen or fallen | fallen or risen |
    improved or (?:declined|worsened|got worse) | down or up
""")
CHANGE = any_of(r"""
    changes? | changed | up or down | go(?:ne)? (?:up|down) | went (?:up|down) | increas\w* | decreas\w* |
    improv\w* | better | worse\w* | ris(?:e|es|en) | rose | fell | falls? | fallen | drop(?:ped)? | declin\w* |
    by how much | percentage points? | pp | compar\w* | trend | difference | movements? | shift | moved?
""")
MOVED = any_of(r"""
    changes? | changed | up or down | go(?:ne)? (?:up|down) | went (?:up|down) | increas\w* | decreas\w* | improv\w* |
    wors\w+ | ris(?:e|es|en) | rose | fell | falls? | fallen | drop(?:ped)? | declin\w* | trend
""")
GAP = any_of(r"""
    gap | how far | short(?:fall)? | by how much | by how many (?:percentage )?points | distance |
    how (?:close|near) | away from
""")
DISTANCE = any_of(
    r"gaps? | how far (?:off|from|short|below|above|away) | shortfall | how (?:close|near) | away from target"
)
AGAINST = any_of(r"above | below | over | under | against | versus | vs | at or above")
TARGET = any_of(r"""
    targets? | goals? | expected level | ceilings? | bar | benchmark |
    (?:meant|supposed|expected|aiming|required|need) to (?:hit|reach|achieve|meet|be at|get) | aim(?:ed|ing)? for
""")
MOST = any_of(r"""
    most(?! (?:of )?(?:the )?(?:probation )?(?:service levels?|measures?|regions?|targets?|areas?)\b) | largest |
    biggest | greatest | highest | best | top | furthest | farthest | worst | lowest | smallest | (?<!at )least |
    poorest | strongest | weakest | closest | nearest | fewest | narrowest | widest | rank(?:ed|ing|s)? | in order |
    bottom | second | third
""")
WORST = any_of(r"worst | poorest | weakest")
BEST = any_of(r"best | strongest | top")
LOWEST = any_of(r"lowest | bottom | lower | smaller")
HIGHEST = any_of(r"highest")
CLOSEST = any_of(r"closest | nearest | narrowest | narrowly | just")
MORE = any_of(r"more (?:\w+ ){0,3}?(?:regions?|areas?|measures?|targets?|service levels?|metrics?)")
FEWER = any_of(r"(?:fewer|less) (?:\w+ ){0,3}?(?:regions?|areas?|measures?|targets?|service levels?|metrics?)")
LEAST = any_of(r"smallest | (?<!at )least | closest | nearest | narrowest")
RANKED = any_of(r"rank(?:ed|ing|s)? | in order | league table | order (?:of )?the | best to worst | worst to best")
IN_ENGLAND = re.compile(r"\benglish\b|\bin england\b(?! (?:and|&) wales)|\bof england\b(?= (?:were|was|are|got))")
RATING = any_of(r"scores? | scorecards? | ratings? | rated | downgraded | upgraded | graded? | grading")
BANDS = any_of(r"""
    thresholds? | bands? | boundar(?:y|ies) | cut[- ]?offs? | what scores? | which scores? |
    score (?:do|does|would|needed|required) | points? (?:more|away|short|needed) |
    (?:percentages?|percent|scores?|marks?)\b.{0,40}\b(?:needs?|requires?|be rated|to get|to be) | how high |
    (?:needs?|requires?)\b.{0,30}(?:percentages?|percent|scores?|marks?) |
    (?<!by )how many (?:more )?(?:percentage )?points | pass ?marks? | (?:what|which) band | cutoffs?
""")
SCORE_BEHIND = any_of(r"""
    (?:percentage|percent|exact|actual|underlying|precise|numerical|raw) scores? |
    scores? (?:in|as a) percent(?:age)? | score out of 100 | what score did
""")
DIRECTION = re.compile(
    r"\b(?:does|would|do|is|was|are)\b.*\b(?:a |an )?(?:fall|falling|decrease|drop|rise|rising|increase|lower|higher|"
    r"decline)\b.*"
    r"\b(?:mean|better|worse|good|bad|improvement|positive|negative)\b"
)
FALLING = any_of(r"fall | falls | falling | decrease | drop | lower | decline | reduction")
GOOD = any_of(r"better | good | improv\w* | positive")
WHY = re.compile(
    r"^(?:so |but |and |ok )*(?:why|how come)\b|[,;:.?-] why\b|\bwhy (?:is|are|was|were|did|do|does|has|have)\b"
    r"|\bexplains?\b|\bwhat (?:explains|caused|is behind|lies behind)\b|\breasons? (?:for|why)\b"
)
HOW_IT_WORKS = re.compile(
    r"^(?:so |but |and )?how (?:are|is|do|does|should|can)\b(?! (?:far|much|many|well|close|often|high|low|good"
    r"|bad|big))(?!.*\bcompare\b)|\bwhat happens\b"
)
WHY_OR_HOW = re.compile(f"{WHY.pattern}|{HOW_IT_WORKS.pattern}")
DEFINITION = re.compile(
    r"^(?:what (?:is|are|was|were) (?:an? |meant by |the (?:definition|meaning) of )|what(?:'s| is) an? "
    r"|what (?:do|does) .+ (?:actually |really )?(?:mean|stand for|measure|cover|count)\b"
    r"|define\b|definition of|meaning of|what counts as|how (?:is|are) .+ (?:defined|measured|calculated))"
)
PUBLISHED = re.compile(
    r"\bwhen (?:was|were|did|is)\b.*\b(?:published|released|come out|came out|issued)\b"
    r"|\b(?:publication|release) date\b|\bwho (?:publish\w*|produc\w*|releas\w*|issu\w*|wrote|compil\w*)\b"
    r"|\b(?:what|which) (?:time )?(?:periods?|months|dates|years?) (?:do|does|is|are|did)\b.*\bcover\w*\b"
)
PUBLISHER = re.compile(r"\bwho (?:publish|produc|releas|issu|wrote|compil)")
COVERED = re.compile(r"\bcover(?:s|ed)?\b")
A_SYMBOL = re.compile(
    r"\bwhat (?:does|do|is) (?:a |an |the )?[\"']?(0|zero|nil|\.\.|-|~)[\"']?s? (?:mean|stand for|in the tables?)"
)
DEFINED = re.compile(
    r"^what(?:'s| is| are) (?!the |our )[^?]{1,60}\?*$|\bwhat (?:does|do) .+ (?:measure|mean|cover|count)\b"
)
NEXT = any_of(r"next | forthcoming | upcoming | due out")
SUM = any_of(r"""
    total(?! (?:number|change|movement|rise|fall|increase|improvement|shift|decline|drop)) | sum | summed |
    combined | add(?:ed|ing)? up | add together | altogether | in aggregate
""")
MEAN = any_of(r"""
    average | mean(?= (?:\w+ )?(?:of|for|across|performance|score|figure|rating|target)) | median | averaged |
    on average
""")
WH = re.compile(
    r"^(?:(?:and|but|so|in|on|at|of|for|by|to|with|under|according to|across)\b[^?]{0,40}?\b)?"
    r"(?:what|which|who|how|when|where|why|list|name|give|show)\b"
)
POLAR = re.compile(
    r"^whether\b|(?:^|[,:;-] ?|\b(?:and|so|but|then|24/25|last year) )(?:did|does|do|was|were|is|are|has|have"
    r"|had|would|will|should|is it true|\w+n't)\b(?! (?:the )?(?:figures?|answer)\b)"
)
SUPPOSED = re.compile(
    r"\bif\b.{0,80}?\b(?:had|were|was|hit|reached|came|come|gets?|got|scored?|scores|at|rose|fell)\b|\bsuppos(?:e|ing)\b"
    r"|\bimagine\b|\bassum(?:e|ing)\b|\bhypothetical(?:ly)?\b|\bwould\b.{0,60}\b(?:need|have|take|met|meet|hit|be)\b"
)
ROSE = any_of(r"""
    rose | ris(?:e|es|en|ing) | increas\w* | went up | go(?:ne)? up | going up | up | grew | grow(?:n|ing)? |
    climb\w* | jump\w* | higher
""")
FELL = any_of(r"""
    fell | falls? | fallen | falling | drop(?:s|ped|ping)? | decreas\w* | went down | go(?:ne)? down | going down |
    down | declin\w* | slump\w* | slid | shrank | shr[iu]nk | lower
""")
NOT_DONE = any_of(
    r"(?:not|never|weren't|wasn't|aren't|isn't|didn't|don't|haven't|hasn't) (?:\w+ )?(?:\w+ed|in work|done|met)"
)
ON_TIME = any_of(r"on time | timel\w+ | promptly | late | delayed | punctual\w*")
PERFORMERS = any_of(
    r"perform(?:ance|ing|ers?|ed) | improvers? | decliners? | misses | (?:biggest|largest) (?:gap|shortfall)s?"
)
BETTER = any_of(r"improv(?:e|ed|es|ing|ement) | better | got better | good | positive")
WORSE = any_of(r"wors\w+ | deteriorat\w* | got worse | slipp?ed | bad")
TARGETS_MOVED = re.compile(
    r"\btargets?\b.{0,30}\b(?:(?:put|went|go|gone|moved|going) (?:up|down)|rais\w+|increas\w+|rose|risen"
    r"|lower(?:ed|ing)|cut|reduc\w+|chang\w+|harder|tougher|easier|higher|stricter|unchanged|the same)\b"
)
COMPARED = any_of(r"compar\w* | versus | vs | v | against | than | or | higher | lower | better | worse | between")
WIDER = any_of(r"wide[nr]\w* | narrow\w* | grew | shr[iau]nk\w* | close[ds]? up | grow(?:n|ing)?")
SUPPOSED_WORDS = any_of(
    r"suppos(?:e|ing) | imagin(?:e|ing) | assum(?:e|ing) | hypothetical(?:ly)? | need to be | have to be"
)
FURTHEST = any_of(r"furthest | farthest | further from | furthest away | way off")
WHICH_HIGHER = re.compile(
    r"\b(?:did|do|does|is|was|are|were|rated|perform\w*|doing) (?:the )?(?:better|worse|best|worst|higher|lower"
    r"|highest|lowest)\b|\b(?:higher|lower|vs?|versus|compar\w+)\b"
)
NOTED = any_of(r"""
    health warnings? | caveats? | footnotes? | small print | warnings? | comparable | like[- ]for[- ]like |
    full[- ]year | moderat\w+ | raw data | adjusted | reliable | safe to (?:use|quote|publish)
""")
EXCEPT = any_of(
    r"leav(?:e|ing) out | except(?: for)? | excluding | exclude | apart from | not counting | ignoring | other than"
)
ALL_OF = any_of(r"all(?: of)? the | every | all (?:\w+ ){1,4}?(?:measures|service levels|targets)")
KIND_OF = any_of(r"(?:\w+ ){1,4}?(?:measures|service levels|targets|metrics|indicators)")
# A word that one of these accounts for names nothing that is asked about.
ACCOUNTED = (
    padding.POLITE, when.EVERY_YEAR, SUPPOSED_WORDS, COUNT, SHARE, LIST, UNCHANGED, MISSED, MET, DECLINED, IMPROVED,
    CHANGED, UP_OR_DOWN, DISTANCE, GAP, TARGET, RANKED, MOST, CLOSEST, BANDS, when.SPREAD, when.LATEST,
    when.THAN_BEFORE, when.YEAR_BEFORE, when.YEAR_AFTER, when.EARLIEST, SUM, MEAN, when.SOURCE, MORE, FEWER, BETTER,
    WORSE, when.QUARTER, BY_REGION, TARGETS_MOVED, WIDER, NOTED,
)  # fmt: skip
# Of these, those that stand in no measure's name and join nothing.
UNNAMING = (
    COUNT, SHARE, LIST, MISSED, MET, DISTANCE, GAP, TARGET, RANKED, MOST, CLOSEST, when.SPREAD, when.LATEST,
    when.THAN_BEFORE, when.YEAR_BEFORE, when.YEAR_AFTER, when.EARLIEST, SUM, MEAN, WIDER, NOTED,
)  # fmt: skip
# What a question that asks how well something was done has.
OF_PERFORMANCE = (TARGET, MET, MISSED, DISTANCE, ON_TIME)
BY_PERCENT = re.compile(
    r"\b(?:rose|rise|ris\w+|fell|fall\w*|dropp?\w*|increas\w+|decreas\w+|improv\w+|declin\w+|up|down|chang\w+|worse\w*)"
    r"(?: by)? \d{1,3}(?:\.\d+)? ?(?:%|per ?cent\b(?!age))"
)
# The side of a target that a figure is said to be on; of a ceiling, above is missed.
ABOVE_TARGET = any_of(r"""
    (?:above|over|exceed(?:s|ed|ing)?|higher than|beat(?:s|ing)?|surpass(?:es|ed)?) (?:\w+ ){0,2}?(?:targets?|ceilings?)
""")
BELOW_TARGET = any_of(r"(?:below|under|lower than|beneath|short of) (?:\w+ ){0,2}?(?:targets?|ceilings?)")
