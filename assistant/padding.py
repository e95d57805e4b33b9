"""What stands around a question and asks nothing: greetings, parliamentary openings, who is said to have said it."""

import re

PARLIAMENTARY = re.compile(
    r"^to ask (?:(?:the|his|her|my|right hon\w*|lord chancellor|secretary of state|justice secretary|ministers?"
    r"|ministry of justice|majesty'?s government|prime minister|government)(?: of state)?(?: for (?:justice|prisons"
    r"|probation)(?:,? (?:and )?(?:prisons|probation|parole))*)?(?: and)?\s*)+,?\s*"
    r"|^to ask .{0,90}?(?:,\s*|\s(?=(?:what|how|which|whether|when|why|who|if|pursuant|with reference|\()\b))"
)
POLITE = re.compile(
    r"^(?:(?:hi|hello|hey|dear \w+|good (?:morning|afternoon|evening)|morning|sorry|ok|okay|right|so|please|pls"
    r"|plz|quick (?:one|question)|quickly|urgent(?:ly)?)(?: there| all| team)?\b[\s,.:;!-]*)*(?:(?:please "
    r"|pls )?(?:can|could|would|will) (?:you|someone|anyone|somebody)(?: please| pls| kindly| possibly| just"
    r"| be able to| be so kind as to| quickly)* (?:tell|give|let|show|confirm|send|remind|provide|find(?: out)?"
    r"|help|check|say|advise|explain to)(?: (?:me|us))?(?: know| with)?[\s,:]*|(?:i|we)(?:'d| would| am|'m| need"
    r"| want)?(?: just| really)*(?: like| want| need| wonder(?:ing)?| trying| after| looking)?(?: to)?(?: know"
    r"| find out| check| ask| confirm)(?: about| if| whether)?[\s,:]+|(?:do|would) you (?:know|happen to know"
    r"|have)[\s,:]+|any (?:idea|chance)[\s,:]+|(?:please |pls )?(?:tell|remind|show) (?:me|us)[\s,:]+)?"
)
ASSESSMENT = re.compile(r"\bwhat (?:recent )?assessment (?:he|she|they|his department) (?:has|have|had) made of\s+")
REFERENCE = re.compile(
    r"^\W*(?:with reference to|pursuant to|further to|in light of|following)\b[^,]*(?:, update[^,]*)?,\s*"
)
SAID_SO = re.compile(
    r"^(?:and |but |so )?(?:(?:i|we)(?:'ve| have|'m| am)? (?:read|heard|been told|saw|see|understand|believe"
    r"|thought|think|gather)|(?:some(?:one|body)|a (?:newspaper|journalist|reporter|colleague|paper|friend)"
    r"|the (?:press|media|papers?|minister|times|opposition|bbc)|they|people) (?:has |have |is "
    r"|are )?(?:told (?:me|us)|says?|said|saying|claim\w*|reckon\w*|thinks?|report\w*)|(?:is it|it is"
    r"|it's) (?:true|right|correct|said))(?: that)?[\s,:]+"
)
TAG = re.compile(
    r",? (?:is|was|did|does|do|have|has|are|were)n'?t (?:it|that|we|they|he|she)\??\s*$|,? (?:right|correct|yes"
    r"|no)\?+\s*$"
)
CONFIRM = re.compile(
    r"\bis (?:that|this|it) (?:still |really )?(?:right|true|correct|so|accurate|the case)\b|\b(?:right|correct"
    r"|true|yes or no)\?+$|\bis it true\b|\b(?:is|was|did|does|do|have|has|are|were)n'?t (?:it|that|we|they)\b"
)
GIVEN = re.compile(
    r"^(?:given|since|seeing|considering|as|now) (?:that )?(?P<premise>[^,]+),\s*(?P<rest>(?:which|what|who|how"
    r"|why|where|list|name)\b.+)$"
)
