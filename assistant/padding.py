"""What stands around a question and asks nothing: greetings, parliamentary openings, who is said to have said it."""

import re

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
REFERENCE = re.compile(
    r"^\W*(?:with reference to|pursuant to|further to|in light of|following)\b[^,]*(?:, update[^,]*)?,\s*"
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
CONFIRM = re.compile(
    r"\bis (?:that|this|it) (?:still |really )?(?:right|true|correct|so|accurate|the case)\b"
    r"|\b(?:right|correct|true|yes or no)\?+$|\bis it true\b|\b(?:is|was|did|does|do|have|has|are|were)n'?t (?:it|that|we|they)\b"
)
GIVEN = re.compile(
    r"^(?:given|since|seeing|considering|as|now) (?:that )?(?P<premise>[^,]+),\s*(?P<rest>(?:which|what|who|how|why|where|list|name)\b.+)$"
)
