"""The shapes of sentences: what a question wants, told from how it is put and never from one question's words.

Each pattern is matched against folded text with slips mended.
"""

import re


def _any(phrases: str) -> re.Pattern[str]:
    """A pattern of whole phrases, which are set apart by " | "."""
    alternatives = "|".join(phrase.strip() for phrase in re.split(r"\s\|\s", phrases))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


PARLIAMENTARY = re.compile(
    r"^to ask .{0,90}?(?:,\s*|\s(?=(?:what|how|which|whether|when|why|who|if|pursuant|with reference|\()\b))"
)
POLITE = re.compile(
    r"^(?:(?:hi|hello|hey|dear \w+|good (?:morning|afternoon|evening)|morning|sorry|ok|okay|right|so|please|pls|plz"
    r"|quick (?:one|question)|quickly|urgent(?:ly)?)(?: there| all| team)?\b[\s,.:;!-]*)*"
    r"(?:(?:please |pls )?(?:can|could|would|will) (?:you|someone|anyone|somebody)(?: please| pls| kindly| possibly| just"
    r"| be able to| be so kind as to| quickly)* (?:tell|give|let|show|confirm|send|remind|provide|find(?: out)?|help|check"
    r"|say|advise|explain to)(?: (?:me|us))?(?: know| with)?[\s,:]*"
    r"|(?:i|we)(?:'d| would| am|'m| need| want)?(?: just| really)*(?: like| want| need| wonder(?:ing)?| trying| after"
    r"| looking)?(?: to)?(?: know| find out| check| ask| confirm)(?: about| if| whether)?[\s,:]+"
    r"|(?:do|would) you (?:know|happen to know|have)[\s,:]+|any (?:idea|chance)[\s,:]+"
    r"|(?:please |pls )?(?:tell|remind|show) (?:me|us)[\s,:]+"
    r")?"
)
ASSESSMENT = re.compile(r"\bwhat (?:recent )?assessment (?:he|she|they|his department) (?:has|have|had) made of\s+")

COUNT = _any(
    r"how many | number(?: of| that| which)? | how often | count of | what number | total number | out of how many"
)
SHARE = _any(r"proportion | share | percent | percentage | per cent | what % | fraction")
LIST = _any(r"which | list | name | what | who | give me | show | ones | those | everything | all the")
MEASURES = _any(r"service levels?(?: measures?)? | measures? | targets? | metrics? | sls? | indicators? | kpis?")
MEASURED = _any(r"service levels? | measures? | metrics? | how many | which")  # speaks of measures in general
BY_REGION = _any(r"""
    (?:by|per|each|every|in each|for each|across) (?:probation )?(?:regions?|areas?) | (?:which|what) (?:probation )?(?:region|area)
    | regional(?:ly)? | (?:by|per) pdu
""")
REGIONS = _any(r"regions? | areas? | regional")

MISSED = _any(r"""
    miss(?:ed|es|ing)? |
    (?:not|never|\w+n'?t) (?:\w+ )?(?:meet|met|hit|hitting|meeting|reach\w*|achiev\w*|exceed\w*) |
    fail(?:ed|s|ing)?(?: to meet)? | below target | under target | not (?:hit|hitting|meeting|reach(?:ed|ing)?) |
    without (?:quite |actually )?(?:meeting|hitting|reaching) (?:it|its target|target|the target)? | fell short | fall(?:s|ing)? short | off target | unmet | behind target | (?:not|\w+n't|never) on target |
    short of (?:its |their |the )?targets? | miss(?:es)? | undershot | below (?:its|their|the) targets?
""")
MET = _any(r"""
    me(?:e)?ts? | met | meeting | hit(?:s|ting)? | achiev(?:e|ed|es|ing) | exceed(?:ed|s|ing)? | on target |
    above target | over target | pass(?:ed|es)? | beat(?:en|ing|s)? | reach(?:ed|es|ing)? | on track |
    above (?:its|their|the) targets? | surpass(?:ed|es)? | bettered
""")
DECLINED = _any(r"""
    declin(?:e|ed|es|ing) | worse(?:n|ned|ning)? | deteriorat(?:e|ed|ing|ion) | got worse | fell | fall(?:en)? |
    drop(?:ped|s)? | went down | gone down | decreas(?:e|ed|es) | slipp?ed | downgraded | down | falls? | slid |
    backwards? | lower (?:performance|figures?|scores?|results?|ratings?|than) | regress(?:ed)? | weaken(?:ed)? | declines? | falling | downwards?
""")
IMPROVED = _any(r"""
    improv(?:e|ed|es|ing|er|ers|ement|ements) | got better | better | rose | risen | went up | gone up |
    increas(?:e|ed|es) | upgraded | (?<!add )(?<!adding )up | grew | gain(?:ed|s)? | rises? | rising | upwards?
""")
CHANGED = _any(r"chang(?:e|ed|es|ing) | mov(?:e|ed|es) | differ(?:ent|s|ed)? | differences?")
UNCHANGED = _any(r"""
    (?:stay(?:ed|s)?|remain(?:ed|s)?|kept|keep|was|were) (?:\w+ )?(?:the same|unchanged)(?: rating)? | unchanged | no change |
    (?:did|do|done) as well(?= in) | (?:not|\w+n't|never) (?:change[ds]?|changing|move[ds]?)
""")
MET_OR_MISSED = _any(r"""
    (?:met|hit|made|meet|make|on|on target|above|over) or (?:miss\w*|not|below|fail\w*|off|under|short)(?: met)? |
    (?:miss\w*|fail\w*|off|below) or (?:met|hit|made|on|above)
""")
UP_OR_DOWN = _any(r"""
    up or down | better or worse | worse or better | rise or fall | risen or fallen | fallen or risen |
    improved or (?:declined|worsened|got worse) | down or up
""")
CHANGE = _any(r"""
    changes? | changed | up or down | go(?:ne)? (?:up|down) | went (?:up|down) | increas\w* | decreas\w* |
    improv\w* | better | worse\w* | ris(?:e|es|en) | rose | fell | falls? | fallen | drop(?:ped)? | declin\w* |
    by how much | percentage points? | pp | compar\w* | trend | difference | movements? | shift | moved?
""")
MOVED = _any(r"""
    changes? | changed | up or down | go(?:ne)? (?:up|down) | went (?:up|down) | increas\w* | decreas\w* | improv\w* |
    wors\w+ | ris(?:e|es|en) | rose | fell | falls? | fallen | drop(?:ped)? | declin\w* | trend
""")
GAP = _any(
    r"gap | how far | short(?:fall)? | by how much | by how many (?:percentage )?points | distance | how (?:close|near) | away from"
)
DISTANCE = _any(
    r"gaps? | how far (?:off|from|short|below|above|away) | shortfall | how (?:close|near) | away from target"
)
AGAINST = _any(r"above | below | over | under | against | versus | vs | at or above")
TARGET = _any(r"""
    targets? | goals? | expected level | ceilings? | bar | benchmark | (?:meant|supposed|expected|aiming|required|need) to
    (?:hit|reach|achieve|meet|be at|get) | aim(?:ed|ing)? for
""")
MOST = _any(r"""
    most(?! (?:of )?(?:the )?(?:probation )?(?:service levels?|measures?|regions?|targets?|areas?)\b) | largest | biggest | greatest | highest | best | top | furthest | farthest | worst | lowest | smallest |
    least | poorest | strongest | weakest | closest | nearest | fewest | narrowest | widest | rank(?:ed|ing|s)? |
    in order | bottom | second | third
""")
WORST = _any(r"worst | poorest | weakest")
BEST = _any(r"best | strongest | top")
LOWEST = _any(r"lowest | bottom")
HIGHEST = _any(r"highest")
CLOSEST = _any(r"closest | nearest | narrowest | narrowly | just")
MORE = _any(r"more (?:\w+ ){0,3}?(?:regions?|areas?|measures?|targets?|service levels?|metrics?)")
FEWER = _any(r"(?:fewer|less) (?:\w+ ){0,3}?(?:regions?|areas?|measures?|targets?|service levels?|metrics?)")
LEAST = _any(r"smallest | least | closest | nearest | narrowest")

RANKED = _any(r"rank(?:ed|ing|s)? | in order | league table | order (?:of )?the | best to worst | worst to best")
IN_ENGLAND = re.compile(r"\benglish\b|\bin england\b(?! (?:and|&) wales)|\bof england\b(?= (?:were|was|are|got))")
RATING = _any(r"scores? | scorecards? | ratings? | rated | downgraded | upgraded | graded? | grading")
BANDS = _any(r"""
    thresholds? | bands? | boundar(?:y|ies) | cut[- ]?offs? | what scores? | which scores? |
    score (?:do|does|would|needed|required) | points? (?:more|away|short|needed) |
    (?:percentages?|percent|scores?|marks?)\b.{0,40}\b(?:needs?|requires?|be rated|to get|to be) | how high |
    (?:needs?|requires?)\b.{0,30}(?:percentages?|percent|scores?|marks?) |
    (?<!by )how many (?:more )?(?:percentage )?points | pass ?marks? | (?:what|which) band | cutoffs?
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
WHY = re.compile(
    r"^(?:so |but |and |ok )*(?:why|how come)\b|[,;:.?-] why\b|\bwhy (?:is|are|was|were|did|do|does|has|have)\b"
    r"|\bexplains?\b|\bwhat (?:explains|caused|is behind|lies behind)\b|\breasons? (?:for|why)\b"
)
HOW_IT_WORKS = re.compile(
    r"^(?:so |but |and )?how (?:are|is|do|does|should|can)\b(?! (?:far|much|many|well|close|often|high|low|good|bad|big))(?!.*\bcompare\b)"
    r"|\bwhat happens\b"
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
FUTURE = _any(r"will(?! you) | next year | forecasts? | projections? | predict\w* | going to (?:be|get|rise|fall)")
NEXT = _any(r"next | forthcoming | upcoming | due out")

SPREAD = _any(r"""
    across (?:the )?years | over the years | both years | (?:in )?each year |
    each of the (?:last |past )?(?:two |three |\w+ )?years | over time | trend | history | every year | two years
    | since | year on year | either year | any year | every (?:rating|figure|edition) | (?:two|three) (?:years? )?(?:running|in a row) | all (?:the )?(?:ratings|figures) | all years | every edition | historically | ever
    | as (?:the year before|last year) | over the (?:last|past) (?:two|three|few|\d) years |
    the (?:last|past) (?:two|three|few|\d) years | (?:compared|comparison) (?:to|with) (?:last|the previous) year
    | than (?:last|the previous) year | change over
""")
LATEST = _any(r"""
    latest | most recent(?:ly)? | last (?:year|yr) | this (?:year|yr) | current(?:ly)? | now | newest | at present | today
""")
YEAR_BEFORE = _any(r"""
    (?:the )?year before(?: that)? | (?:the )?previous year | (?:the )?prior year | (?:the )?preceding year |
    a year earlier | the one before
""")
YEAR_AFTER = _any(r"(?:the )?(?:next|following) year | (?:the )?year after(?: that)? | a year later")
EARLIEST = _any(
    r"(?:the )?(?:earliest|oldest|first) (?:of (?:the |your )?(?:\w+ )?)?(?:year|bulletin|edition|scorecards?|publication)s?"
)
ON_BEFORE = _any(
    r"(?:on|from|over) (?:the )?(?:previous|prior|preceding) (?:performance )?year | (?:on|from|over) (?:the )?year before"
)
COMPARED_WITH = re.compile(
    r"\b(?:than|compared? (?:to|with)|versus|vs\.?|against|relative to"
    r"|(?:up|down|changed?|ris\w+|rose|fell|fall\w*|improv\w+|wors\w+|differ\w*|mov\w+|declin\w+|drop\w*)(?: \w+){0,3}? (?:from|on))"
    r"(?: in| the| year| to)*\s*$"
)
COMPARE = _any(r"compar\w+")
IT = _any(r"it | its | that | this")
COMPARED_TO_IT = re.compile(r"\b(?:compare|compared|comparison|versus|vs|against|than|better|worse|higher|lower)\b")
NEGATED = re.compile(r"\b(?:not|(?:did|was|were|have|has)n'?t)\W*$|\bnot\b")
SOURCE = _any(
    r"sources? | where (?:is|was|does|did) (?:that|it|this) (?:come )?from | which (?:table|page|publication) | reference | citation"
)
THAN_BEFORE = re.compile(
    r"\b(?:than|compared (?:to|with)|from|against|on|as|versus|vs) (?:in )?(?:the )?"
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
SUM = _any(
    r"total(?! (?:number|change|movement|rise|fall|increase|improvement|shift|decline|drop)) | sum | summed | combined | add(?:ed|ing)? up | add together | altogether | in aggregate"
)
MEAN = _any(
    r"average | mean(?= (?:\w+ )?(?:of|for|across|performance|score|figure|rating|target)) | median | averaged | on average"
)
WH = re.compile(
    r"^(?:(?:and|but|so|in|on|at|of|for|by|to|with|under|according to|across)\b[^?]{0,40}?\b)?"
    r"(?:what|which|who|how|when|where|why|list|name|give|show)\b"
)
POLAR = re.compile(
    r"^whether\b|(?:^|[,:;-] ?|\b(?:and|so|but|then|24/25|last year) )(?:did|does|do|was|were|is|are|has|have|had|would|will|should|is it true"
    r"|\w+n't)\b(?! (?:the )?(?:figures?|answer)\b)"
)
SUPPOSED = re.compile(
    r"\bif\b.{0,80}?\b(?:had|were|was|hit|reached|came|come|gets?|got|scored?|scores|at|rose|fell)\b|\bsuppos(?:e|ing)\b"
    r"|\bimagine\b|\bassum(?:e|ing)\b|\bhypothetical(?:ly)?\b|\bwould\b.{0,60}\b(?:need|have|take|met|meet|hit|be)\b"
)
ROSE = _any(
    r"rose | ris(?:e|es|en|ing) | increas\w* | went up | go(?:ne)? up | going up | up | grew | grow(?:n|ing)? | climb\w* | jump\w* | higher"
)
FELL = _any(r"""
    fell | falls? | fallen | falling | drop(?:s|ped|ping)? | decreas\w* | went down | go(?:ne)? down | going down | down |
    declin\w* | slump\w* | slid | shrank | shr[iu]nk | lower
""")
NOT_DONE = _any(
    r"(?:not|never|weren't|wasn't|aren't|isn't|didn't|don't|haven't|hasn't) (?:\w+ )?(?:\w+ed|in work|done|met)"
)
ON_TIME = _any(r"on time | timel\w+ | promptly | late | delayed | punctual\w*")
PERFORMERS = _any(
    r"perform(?:ance|ing|ers?|ed) | improvers? | decliners? | misses | (?:biggest|largest) (?:gap|shortfall)s?"
)
BETTER = _any(r"improv(?:e|ed|es|ing|ement) | better | got better | good | positive")
WORSE = _any(r"wors\w+ | deteriorat\w* | got worse | slipp?ed | bad")
TARGETS_MOVED = re.compile(
    r"\btargets?\b.{0,30}\b(?:(?:put|went|go|gone|moved|going) (?:up|down)|rais\w+|increas\w+|rose|risen|lower(?:ed|ing)|cut|reduc\w+"
    r"|chang\w+|harder|tougher|easier|higher|stricter|unchanged|the same)\b"
)
COMPARED = _any(
    r"compar\w* | versus | vs | v | against | than | or | difference between | higher | lower | better | worse | between"
)
WIDER = _any(r"wide[nr]\w* | narrow\w* | grew | shr[iau]nk\w* | close[ds]? up | grow(?:n|ing)?")
SUPPOSED_WORDS = _any(
    r"suppos(?:e|ing) | imagin(?:e|ing) | assum(?:e|ing) | hypothetical(?:ly)? | need to be | have to be"
)
QUARTER = _any(r"quarter(?:ly)?(?: \w+)? | q[1-4] | monthly | weekly | by month")
BOTH = _any(r"both")
WHICH_YEAR = _any(r"(?:which|what) (?:\w+ )?(?:years?|bulletin|edition) | when (?:was|were|did)")
FURTHEST = _any(r"furthest | farthest | further from | furthest away | way off")
GIVEN = re.compile(
    r"^(?:given|since|seeing|considering|as|now) (?:that )?(?P<premise>[^,]+),\s*(?P<rest>(?:which|what|who|how|why|where|list|name)\b.+)$"
)
CONFIRM = re.compile(
    r"\bis (?:that|this|it) (?:still |really )?(?:right|true|correct|so|accurate|the case)\b"
    r"|\b(?:right|correct|true|yes or no)\?+$|\bis it true\b|\b(?:is|was|did|does|do|have|has|are|were)n'?t (?:it|that|we|they)\b"
)
SAID_SO = re.compile(
    r"^(?:and |but |so )?(?:(?:i|we)(?:'ve| have|'m| am)? (?:read|heard|been told|saw|see|understand|believe|thought|think|gather)"
    r"|(?:some(?:one|body)|a (?:newspaper|journalist|reporter|colleague|paper|friend)|the (?:press|media|papers?|minister|times"
    r"|opposition|bbc)|they|people) (?:has |have |is |are )?(?:told (?:me|us)|says?|said|saying|claim\w*|reckon\w*|thinks?|report\w*)"
    r"|(?:is it|it is|it's) (?:true|right|correct|said))(?: that)?[\s,:]+"
)
TAG = re.compile(
    r",? (?:is|was|did|does|do|have|has|are|were)n'?t (?:it|that|we|they|he|she)\??\s*$|,? (?:right|correct|yes|no)\?+\s*$"
)
TREND = _any(
    r"since | trend | history | historically | over time | ever | every edition | all years | over the years | how has"
)
WHICH_HIGHER = re.compile(
    r"\b(?:did|do|does|is|was|are|were|rated|perform\w*|doing) (?:the )?(?:better|worse|best|worst|higher|lower|highest|lowest)\b"
    r"|\b(?:higher|lower|vs?|versus|compar\w+)\b"
)
EVERY_YEAR = _any(
    r"both years | every year | (?:two|three) (?:years? )?(?:running|in a row) | each year | all years | in both"
)
NOTED = _any(r"""
    health warnings? | caveats? | footnotes? | small print | warnings? | comparable | like[- ]for[- ]like | full[- ]year |
    moderat\w+ | raw data | adjusted | reliable | safe to (?:use|quote|publish)
""")
EXCEPT = _any(
    r"leav(?:e|ing) out | except(?: for)? | excluding | exclude | apart from | not counting | ignoring | other than"
)
ALL_OF = _any(r"all(?: of)? the | every | all (?:\w+ ){1,4}?(?:measures|service levels|targets)")
KIND_OF = _any(r"(?:\w+ ){1,4}?(?:measures|service levels|targets|metrics|indicators)")
REFERENCE = re.compile(
    r"^\W*(?:with reference to|pursuant to|further to|in light of|following)\b[^,]*(?:, update[^,]*)?,\s*"
)
# A word that one of these accounts for names nothing that is asked about.
ACCOUNTED = (
    POLITE, EVERY_YEAR, SUPPOSED_WORDS, COUNT, SHARE, LIST, UNCHANGED, MISSED, MET, DECLINED, IMPROVED, CHANGED, UP_OR_DOWN, DISTANCE, GAP,
    TARGET, RANKED, MOST, CLOSEST, BANDS, SPREAD, LATEST, THAN_BEFORE, YEAR_BEFORE, YEAR_AFTER, EARLIEST, SUM, MEAN,
    SOURCE, MORE, FEWER, BETTER, WORSE, QUARTER, BY_REGION, TARGETS_MOVED, WIDER, NOTED,
)  # fmt: skip
# Of these, those that stand in no measure's name and join nothing.
UNNAMING = (COUNT, SHARE, LIST, MISSED, MET, DISTANCE, GAP, TARGET, RANKED, MOST, CLOSEST, SPREAD, LATEST, THAN_BEFORE,
            YEAR_BEFORE, YEAR_AFTER, EARLIEST, SUM, MEAN, WIDER, NOTED)  # fmt: skip
# What a question that asks how well something was done has.
OF_PERFORMANCE = (TARGET, MET, MISSED, DISTANCE, ON_TIME)
