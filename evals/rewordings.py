"""A question reworded as people write: same seed, same rewording, and no figure, code or period is changed.

keyword  function words dropped, the other phrases in another order; names, codes and periods stay whole
case     all capitals, none, or each word's first letter
slips    one or two slips of typing in different words of five letters or more
polite   the same question inside small talk
pq       as a parliamentary question is put
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, zip_longest
from random import Random

from corpus.aliases import Aliases
from corpus.models import Document
from corpus.periods import find_periods


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


FUNCTION = _words(
    """a about am an and any are as at be been being between by can could did do does done for from give had has have
    having he her his how i in into is it its just may me might must my of on or our please she should show tell than
    that the their them then there these they this those to us was we were what what's whats when where which who whom
    whose why will with would you your"""
)
JOINERS = _words("& a after an and at before by for from in of on the to with within")
MEASURING = _words("far many much")  # after "how" they ask for a number: kept
GLUED = _words("both far furthest get got least less more most not")  # one thought with the next word
STARTS_PHRASE = _words(
    """above beat beats below better change changed decline declined fall fell get got higher hit hits improve improved
    last lower meet met miss missed move moved previous rated rise rose score scored worse"""
)
PAST = {"hit": "hit", "meet": "met", "miss": "missed", "beat": "beat", "improve": "improved", "decline": "declined",
        "rise": "rose", "fall": "fell", "move": "moved", "change": "changed", "get": "got", "go": "went",
        "do": "did", "score": "scored"}  # fmt: skip
POLITE = (
    "Hi, could you please tell me: {}? Thanks!",
    "Hello, hope you are well. {}? Many thanks in advance",
    "Sorry to bother you, quick one please - {}? Thank you so much!",
    "Good morning, I would be really grateful if you could let me know: {}? Kind regards",
    "hey, when you have a moment, {} please? cheers",
)
OPENINGS = (
    "To ask the Secretary of State for Justice, {}.",
    "To ask the Secretary of State for Justice {}.",
    "To ask the Lord Chancellor and Secretary of State for Justice, {}.",
    "To ask His Majesty's Government {}.",
)
FRAGMENTS = (
    "what the figure was for {}",
    "what the official statistics show for {}",
    "what his Department recorded for {}",
)
OPENING = re.compile(r"^to ask [^,]*,\s*", re.I)
TOKEN = re.compile(r"[,;:?!]|\.(?=\s|$)|\s[-–—]\s|[^\s,;:?!]+?(?=[,;:?!]|\.?(?:\s|$))")
LONG_WORD = re.compile(r"(?<![\w-])[A-Za-z]{5,}(?![\w-])")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")  # neighbours on a keyboard
BE = r"(?P<be>was|were|is|are)"
DO = r"(?P<do>did|does|do)"
OBJECT_QUESTION = re.compile(
    rf"^(?P<ask>(?:by )?(?:what|why|how(?: far| much)?(?: (?:above|below|short of) [\w ]+?)?|how many (?:\w+ )*?points?"
    rf"[\w ]*?)|(?:what|which|how many)(?: [\w%]+){{1,5}}?(?= \w+ (?:the|a|an|they|we|you|that|it)\b))"
    rf" (?:{BE}|{DO}) (?P<rest>.+)$", re.I,
)  # fmt: skip
CLOSED_QUESTION = re.compile(rf"^(?:{BE}|{DO}) (?P<rest>.+)$", re.I)
SUBJECT_QUESTION = re.compile(r"^(?:by |in [\d/-]+,? )?(?:what|which|who|how|why|whether)\b", re.I)
ORDER = re.compile(r"^(?:just |please )*(?P<verb>give|tell|show|list)(?: me| us)? (?P<rest>.+)$", re.I)
PRONOUN = re.compile(r"^(?:they|we|you|it|that|he|she|there)\b", re.I)
PREDICATE = re.compile(
    r"\b(?:rated|above|below|better|worse|higher|lower|met|missed|(?:see|need|improv|declin|aim)\w*ing)\b", re.I
)


@dataclass(frozen=True)
class Names:
    """What must stay whole when a question's phrases change places: spans of several words, and single words."""

    phrases: frozenset[str]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of a name, in lower case."""
        return frozenset(word for phrase in self.phrases for word in re.findall(r"[\w/&]+", phrase.lower()))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where periods and names of several words stand, periods first, none overlapping another."""
        found = [(one.start, one.end) for one in find_periods(text)]
        for match in self._several.finditer(text):
            if all(match.end() <= start or end <= match.start() for start, end in found):
                found.append(match.span())
        return sorted(found)

    @cached_property
    def _several(self) -> re.Pattern[str]:
        several = sorted((phrase for phrase in self.phrases if " " in phrase), key=lambda one: (-len(one), one))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, several)) or '(?!)'})(?!\w)", re.I)


def names(documents: Iterable[Document], aliases: Aliases) -> Names:
    """The names of measures and areas held, and what people call them."""
    lists = (aliases.services, aliases.areas, aliases.ratings, aliases.short_forms)
    found = {form for forms in lists for name, others in forms.items() for form in (name, *others)}
    found |= {form for pair in aliases.measure_words.items() for form in pair}
    observed = [one for document in documents for one in document.observations]
    found |= {text for one in observed for text in (one.measure.name, one.area, one.label)}
    return Names(frozenset(found - {""}))


def rewordings(question: str, known: Names, seed: int = 0) -> dict[str, str]:
    """A rewording of each kind, by its kind; a kind that would leave the question as it is is left out."""
    made = {kind: reword(question, known, Random(f"{seed}:{kind}:{question}")) for kind, reword in KINDS.items()}
    return {kind: text for kind, text in made.items() if text != question}


def keyword(question: str, known: Names, random: Random) -> str:
    """The phrases that carry meaning, in another order where there are two or more."""
    phrases = list(_phrases(OPENING.sub("", question), known))
    shuffled = phrases[:]
    while shuffled == phrases and len(set(phrases)) > 1:
        random.shuffle(shuffled)
    return " ".join(shuffled)


def case(question: str, known: Names, random: Random) -> str:
    """The question in capitals, in small letters or with capital first letters, whichever differs from it."""
    forms = (question.upper(), question.lower(), re.sub(r"(?:^|(?<=\s))[a-z]", lambda m: m[0].upper(), question))
    return random.choice([form for form in forms if form != question] or [question])


def slips(question: str, known: Names, random: Random) -> str:
    """One slip of typing, or two in different words; never the first letter, a digit or a code."""
    words = list(LONG_WORD.finditer(question))
    wrong = random.sample(words, min(len(words), random.choice((1, 2))))
    for match in sorted(wrong, key=lambda one: -one.start()):
        question = question[: match.start()] + _slipped(match[0], random) + question[match.end() :]
    return question


def polite(question: str, known: Names, random: Random) -> str:
    """The question inside small talk."""
    return random.choice(POLITE).format(OPENING.sub("", question).rstrip("?.! "))


def pq(question: str, known: Names, random: Random) -> str:
    """The question as one to a minister; one that is so already is opened another way."""
    asked = OPENING.sub("", question)
    clause = asked.rstrip("?.! ") if asked != question else _indirect(question, random)
    made = (opening.format(clause) for opening in random.sample(OPENINGS, len(OPENINGS)))
    return next(text for text in made if text != question)


KINDS: Mapping[str, Callable[[str, Names, Random], str]] = {
    "keyword": keyword, "case": case, "slips": slips, "polite": polite, "pq": pq,
}  # fmt: skip


def _phrases(text: str, known: Names) -> Iterator[str]:
    """The phrases between function words, marks and periods; a joining word between two names stays."""
    held: list[str] = []
    joining: list[str] = []  # joining words after a name, kept if a name follows

    for token, kind in _tokens(text, known):
        if kind == "name" and joining and held:
            held += joining
        elif held and (joining or kind in ("period", "break") or _starts_phrase(token, held)):
            yield " ".join(held)
            held = []
        joining = []
        if kind == "period":
            yield token
        elif kind == "joiner":
            joining = [token] if held and _is_name(held[-1], known) else []
            if held and not joining:
                yield " ".join(held)
                held = []
        elif kind != "break":
            held.append(token)
    if held:
        yield " ".join(held)


def _tokens(text: str, known: Names) -> Iterator[tuple[str, str]]:
    """Each word or span with what it is: period, name, joiner, break (a dropped word too) or other."""
    at = 0
    periods = {one.start for one in find_periods(text)}
    for start, end in [*known.spans(text), (len(text), len(text))]:
        words = [match[0].strip() for match in TOKEN.finditer(text[at:start])]
        for word, following in zip_longest(words, words[1:], fillvalue=""):
            yield word, _kind(word.lower(), following.lower(), known)
        if start < end:
            yield text[start:end], "period" if start in periods else "name"
        at = end


def _kind(word: str, following: str, known: Names) -> str:
    if word == "how" and following in MEASURING:
        return "other"
    if word in JOINERS:
        return "joiner"
    if word in FUNCTION or not re.search(r"[\w%]", word):
        return "break"
    return "name" if word in known.words else "other"


def _is_name(token: str, known: Names) -> bool:
    return " " in token or token.lower() in known.words


def _starts_phrase(token: str, held: list[str]) -> bool:
    return token.lower() in STARTS_PHRASE and held[-1].lower() not in GLUED


def _slipped(word: str, random: Random) -> str:
    """The word with two letters changed round, one dropped, one doubled or one struck beside its key."""
    ways = [way for way in (_transposed(word), _dropped(word), _doubled(word), _neighbour(word)) if way]
    return random.choice(random.choice(ways))


def _transposed(word: str) -> list[str]:
    return [
        word[:n] + word[n + 1] + word[n] + word[n + 2 :]
        for n in range(1, len(word) - 1)
        if word[n].lower() != word[n + 1].lower()
    ]


def _dropped(word: str) -> list[str]:
    return [word[:n] + word[n + 1 :] for n in range(1, len(word))]


def _doubled(word: str) -> list[str]:
    return [word[:n] + word[n] + word[n:] for n in range(1, len(word))]


def _neighbour(word: str) -> list[str]:
    beside = {a: b for row in ROWS for a, b in pairwise(row)}
    beside |= {b: a for a, b in beside.items() if b not in beside}
    return [word[:n] + beside[letter] + word[n + 1 :] for n, letter in enumerate(word) if n and letter in beside]


def _indirect(question: str, random: Random) -> str:
    """A question as a clause: "What was X in 2030?" is "what X was in 2030"; a fragment is asked for as a figure."""
    first, *others = re.split(r"(?<=[?.!])\s+", re.sub(r"^what'?s\b", "what is", question.strip(), flags=re.I))
    clause = _clause(first.rstrip("?.! "), random)
    if others and first.endswith("."):
        return f"where {_small(first.rstrip('. '))}, {_clause(others[0].rstrip('?.! '), random)}"
    return " and ".join((clause, *(_clause(other.rstrip("?.! "), random) for other in others)))


def _clause(sentence: str, random: Random) -> str:
    if match := OBJECT_QUESTION.match(sentence):
        return f"{_small(match['ask'])} {_turned(match)}"
    if match := CLOSED_QUESTION.match(sentence):
        return f"whether {_turned(match)}"
    if match := ORDER.match(sentence):
        return f"if he will {'list' if match['verb'].lower() == 'list' else 'give'} {match['rest']}"
    if SUBJECT_QUESTION.match(sentence):
        return _small(sentence)
    return random.choice(FRAGMENTS).format(sentence)


def _turned(match: re.Match[str]) -> str:
    """Subject before verb: "was X above" is "X was above", "did X meet" is "X met"."""
    rest, be = match["rest"], (match["be"] or "").lower()
    if not be:
        return _done(rest, match["do"].lower())
    if pronoun := PRONOUN.match(rest):
        return f"{pronoun[0]} {be}{rest[pronoun.end() :]}"
    predicate = PREDICATE.search(rest)
    at = predicate.start() if predicate else _before_period(rest)
    return " ".join(f"{rest[:at]} {be} {rest[at:]}".split())


def _done(rest: str, do: str) -> str:
    """The clause with "did", "does" or "do" taken into its verb; the first word is never the verb."""
    words = rest.split()
    for n, word in enumerate(words[1:], 1):
        if word in PAST or (do == "does" and word == "need"):
            words[n] = PAST[word] if do == "did" else f"{word}s" if do == "does" else word
            break
    return " ".join(words)


def _before_period(rest: str) -> int:
    """Where the period that ends a clause begins, with the word before it; the end where it has none."""
    ending = [one.start for one in find_periods(rest) if one.end == len(rest)]
    if not ending:
        return len(rest)
    lead = re.search(r"(?:\b(?:in|for|between|during)\s+(?:the\s+)?)?$", rest[: ending[0]])
    return lead.start() if lead else ending[0]


def _small(text: str) -> str:
    """The text with a small first letter."""
    return text[:1].lower() + text[1:]
