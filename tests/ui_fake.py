"""A stand-in for the assistant: every word and figure in it is made up."""

import re
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from threading import Event
from typing import Any

from assistant.answers import Answer, Choice, Citation, Figure, Understood
from assistant.checking.claims import CheckedDraft, Claim, Finding
from assistant.held import Held
from assistant.turns import Chosen, Question, Turn, words_of
from corpus.errors import ProbationError
from corpus.models import Document, Locator, Measure, Note, Observation, Passage, Publication, Table
from corpus.periods import performance_year

HOSTILE = (
    "<img src=x onerror=document.title='owned'> <script>document.title='owned'</script> <b>loud</b> "
    "[go](javascript:alert(1)) ![pic](http://example.invalid/p.png) http://example.invalid/ $x^2$ and $5 "
    ":red[red] :material/home: :smile: `code` _under_ ~~struck~~ &lt;i&gt; a -> b </div></details>"
)

MADE_UP = Publication(
    id="made-up-2031",
    title="Made-up Bulletin, update to March 2031",
    publisher="Ministry of Examples",
    published=date(2031, 7, 31),
    period="April 2030 to March 2031",
    url="https://example.invalid/made-up",
)
NASTY = Publication(id="nasty", title=HOSTILE, publisher=HOSTILE, url="javascript:alert(1)", summary=True)

TABLE = Table(
    locator=Locator("made-up-2031", "Table 2"),
    title="Made-up measures against their targets",
    headers=("Measure", "April 2029 to March 2030", "April 2030 to March 2031", "Target", "Change"),
    rows=tuple((f"ZZ{n:03} - Made-up measure number {n}", f"{n}.5", f"{n}.9", "90.0", "0.4pp") for n in range(1, 13)),
    marks={6: ("note 1",)},
    notes=(Note("note 1", "Made-up: counted from June."), Note("note 2", "Made-up: rounded.")),
)
ROW = Citation(
    number=1,
    publication=MADE_UP,
    locator=Locator("made-up-2031", "Table 2", "ZZ007"),
    quote="Measure: ZZ007 - Made-up measure number 7; April 2030 to March 2031: 7.9; Target: 90.0",
    table=TABLE,
    rows=(6,),
)
TEXT = Citation(
    number=2,
    publication=MADE_UP,
    locator=Locator("made-up-2031", "paragraph 1.4"),
    quote="The made-up count rose to 7.9%, at a cost of £3 million.",
    passage=Passage(
        text="A quiet year. The made-up count rose to 7.9%, at a cost of £3 million. Nothing else changed.",
        sentences=("A quiet year.",),
        locator=Locator("made-up-2031", "paragraph 1.4"),
        section=("Part One", "Counts"),
    ),
)

ANSWERED = Answer(
    question="How many made-up?",
    status="answered",
    headline="Made-up measure 7 was at 7.9% in England and Wales in 2030-31.",
    text=(
        "Made-up measure 7 was at 7.9% in England and Wales in 2030-31 [1].\n\n"
        "That is **0.4 percentage points** more than in 2029-30, and 82.1 below its target [1]. "
        "It cost £3 million [2].\n\n"
        "- It rose. [2]\n- It missed its target. [1]"
    ),
    citations=(ROW, TEXT),
    figures=(Figure("7.9%", 1), Figure("0.4 percentage points", None, "7.9 - 7.5 = 0.4 [1]")),
    caveats=("The definition of this measure changed in June 2030.",),
    understood=(
        Understood("Measure", "ZZ007 Made-up measure number 7"),
        Understood(
            "Period", "2030-31", "period", (Choice("2029-30", "2029-30"), Choice("2030-31", "2030-31")), carried=True
        ),
        Understood("Area", "England and Wales"),
    ),
    seconds=0.02,
)
NOT_FOUND = Answer(
    question="?",
    status="not_found",
    headline="The publications held do not give this for one region.",
    text="The publications held do not give this for one region. The nearest is the figure for England and Wales [1].",
    citations=(ROW,),
    suggestions=("What was made-up measure 7 in England and Wales?",),
    near=(replace(TEXT, number=1),),
)
CLARIFY = Answer(
    question="?",
    status="clarify",
    headline="Two measures are about this.",
    text="Two measures are about this.",
    options=("Made-up measure 7 in 2030-31", "Cost of $5 <b>or</b> [more](x) :smile: -> *here*"),
)
HOSTILE_ANSWER = Answer(
    question=HOSTILE,
    status="answered",
    headline=HOSTILE,
    text=f"{HOSTILE} [1]\n\n> {HOSTILE}\n\n- {HOSTILE}\n\n# {HOSTILE}",
    citations=(
        Citation(
            number=1,
            publication=NASTY,
            locator=Locator("nasty", HOSTILE, HOSTILE),
            quote=HOSTILE,
            passage=Passage(
                text=f"Before. {HOSTILE} After.", sentences=(),
                locator=Locator("nasty", "1"), section=(HOSTILE,),
            ),
        ),
        Citation(
            number=2,
            publication=NASTY,
            locator=Locator("nasty", "Table 1"),
            quote=HOSTILE,
            table=Table(
                locator=Locator("nasty", HOSTILE), title=HOSTILE,
                headers=(HOSTILE, "n"), rows=((HOSTILE, HOSTILE),), marks={0: (HOSTILE,)},
                notes=(Note(HOSTILE, HOSTILE),),
            ),
            rows=(0,),
        ),
    ),
    figures=(Figure(HOSTILE, None, HOSTILE),),
    caveats=(HOSTILE,),
    options=(HOSTILE,),
    understood=(Understood(HOSTILE, HOSTILE, "area", (Choice(HOSTILE, HOSTILE), Choice("x", "x"))),),
)  # fmt: skip

HOSTILE_FIGURES = Document(
    publication=NASTY,
    tables=(
        Table(
            locator=Locator("nasty", HOSTILE), title=HOSTILE, headers=("Measure", HOSTILE), rows=((HOSTILE, "7.9"),),
            notes=(Note(HOSTILE, HOSTILE),),
        ),
    ),
    observations=(
        Observation(
            measure=Measure("", HOSTILE, HOSTILE), period=performance_year(2030), value=Decimal("7.9"), shown="7.9",
            unit=HOSTILE, area=HOSTILE, locator=Locator("nasty", HOSTILE, HOSTILE), notes=(Note(HOSTILE, HOSTILE),),
        ),
    ),
)  # fmt: skip

DRAFT = (
    "Made-up measures\n\n"
    "Made-up measure 7 stood at 7.9% in 2030-31, at a cost of around £3 million. It had been 9.7% the year before.\n"
    "  Measure\t2030-31\n  ZZ007\t12%\n\n"
    "A third were rated made-up."
)
FINDINGS = {  # by the words of a draft that claim them
    "7.9%": Finding(verdict="supported", reason="It is published as 7.9%.", published="7.9%", citation=ROW),
    "£3 million": Finding(verdict="supported", reason="A fair rounding.", published="£3 million", citation=TEXT),
    "9.7%": Finding(
        verdict="contradicted", reason="In 2029-30 it was 7.5%, not 9.7%.", published="7.5%", citation=ROW,
        correction="7.5%", caveats=("The definition changed in June 2030.",),
    ),
    "12%": Finding(verdict="not_found", reason="Nothing held gives this figure."),
    "A third": Finding(
        verdict="contradicted", reason="2 of 12 were.", published="2 of 12", citation=TEXT, correction="2 of 12"
    ),
    "loud": Finding(
        verdict="contradicted", reason=HOSTILE, published=HOSTILE, citation=HOSTILE_ANSWER.citations[1],
        correction=HOSTILE, caveats=(HOSTILE,),
    ),
}  # fmt: skip
LONGEST = 200_000


def checked(text: str) -> CheckedDraft:
    """A draft whose claims are the words of FINDINGS that stand in it."""
    claims = []
    for words, finding in FINDINGS.items():
        for match in re.finditer(re.escape(words), text):
            start, end = match.span()
            sentence = text[text.rfind("\n", 0, start) + 1 :].split("\n")[0]
            claims.append(Claim(figure=words, start=start, end=end, sentence=sentence, finding=finding))
    notes = ("Made-up Bulletin, Table 2, published 31 July 2031.",) if claims else ()
    return CheckedDraft(text=text, claims=tuple(sorted(claims, key=lambda claim: claim.start)), notes=notes)


class FakeAssistant:
    """Answers by the first word of the question, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.chosen: list[tuple[Chosen, ...]] = []
        self.checked: list[str] = []
        self.broken = True  # until mended, "broken" questions fail
        self.corrected = False  # once it is, answers given before are out of date

    def ask(self, turns: Sequence[Turn]) -> Answer:
        self.asked.append(tuple(map(words_of, turns)))
        self.chosen.append(turns[-1].chosen if isinstance(turns[-1], Question) else ())
        first = words_of(turns[-1]).split()[0].lower().strip("?")
        if first == "broken" and self.broken:
            raise ProbationError("made-up.txt: the file is empty. Give its text.")
        if first == "slow":
            time.sleep(3)
        if first == "crash":
            raise KeyError("an inner detail")
        known = {"regional": NOT_FOUND, "which": CLARIFY, "<img": HOSTILE_ANSWER}
        return known.get(first, ANSWERED)

    def outdated(self, answer: Answer) -> tuple[str, ...]:
        return (f"ZZ007 2030-31 is 8.1 now; this answer used 7.9. {HOSTILE}",) if self.corrected else ()

    def check(self, text: str) -> CheckedDraft:
        self.checked.append(text)
        if text.startswith("broken") and self.broken:
            raise ProbationError("The draft cannot be checked: it is made-up. Give another.")
        if text.startswith("crash"):
            raise KeyError("an inner detail")
        if len(text) > LONGEST:
            raise ProbationError(f"The draft is longer than {LONGEST:,} characters. Check it in parts.")
        return checked(text)

    def publications(self) -> Sequence[Held]:
        return (
            Held(Publication(id="old", title="Old made-up report", published=date(2029, 1, 5)), 120, 0, ()),
            Held(MADE_UP, 1, 1204, ("2029-30", "2030-31")),
        )

    def documents(self) -> tuple[Document, ...]:
        return (HOSTILE_FIGURES,)

    def examples(self) -> tuple[str, ...]:
        return ("What was made-up measure 7 in 2030-31?", "Which made-up measures cost more than $5?")


class FakeModel:
    """Puts answers into words by the first word of the question, and remembers what it was given."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.told: list[tuple[str, ...]] = []
        self.going_on = Event()  # until set, "waiting" questions are not answered
        self.going_on.set()

    def ask(self, turns: Sequence[Turn], told: Sequence[str], watcher: Any) -> Answer:
        self.asked.append(tuple(map(words_of, turns)))
        self.told.append(tuple(told))
        watcher.step("Looking up <b>ZZ007</b>")
        watcher.text(f"So far, 7.9% [1]. {HOSTILE}")
        first = words_of(turns[-1]).split()[0].lower().strip("?")
        if first == "waiting":
            assert self.going_on.wait(30)
        if first == "crash":
            raise KeyError("an inner detail")
        if first == "lying":
            return replace(
                ANSWERED, instead=f"The built-in answer: the model gave a figure without a source. {HOSTILE}"
            )
        return replace(HOSTILE_ANSWER if first == "<img" else ANSWERED, model="made:up")
