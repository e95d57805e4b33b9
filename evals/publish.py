"""Measure the question sets that ship, and write what came of them for the page "About".

    PUBLICATIONS=../publications python -m evals publish

Without the real texts in a folder that PUBLICATIONS names, only what the library alone can tell is measured. Which sets
and kinds there are, and what they are called, stands in `questions/sets.toml`.
"""

import statistics
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, Literal

from assistant.measured import Answers, Drafts, Held, Kind, Measured, Searches
from corpus.errors import ProbationError, UnreadableFile
from evals import drafts, drafts_sets, replies, retrieval, verdicts
from evals.generate import FOLDER
from evals.library_home import library_home
from evals.progress import with_progress
from evals.questions import Question, read_questions
from evals.report import percentile
from evals.scoring import Scored, score_all

SETS = FOLDER / "sets.toml"
PUBLISHED = Path("ui/evaluation.json")
GENERATED, SEED = "generated", 977  # a seed that nothing was tuned to
LOOKED_AT = (1, 3, 5, 10)  # passages
Outcome = Literal["right", "refused", "refused_wrongly", "wrong_figure", "wrong_otherwise"]
Named = Mapping[str, Any]  # what `sets.toml` says of a set


def read_sets(path: Path = SETS) -> dict[str, Any]:
    """The sets to measure and the words for kinds."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def measure(texts: Path | None) -> Measured:
    """Everything asked and checked, of the library alone; asked again and searched where a folder holds the `texts`."""
    sets = read_sets()
    with library_home():
        titles = _titles()
        answers = [_answers(named, "summaries", sets["kinds"]) for named in sets["answers"]]
        checked = _drafts(sets["drafts"])
    searches: list[Searches] = []
    if texts:
        with library_home(texts):
            answers += [_answers(named, "texts", sets["kinds"]) for named in sets["answers"] if "texts" in named]
            searches = [_searches(named) for named in sets["search"]]
    return Measured(
        date=datetime.now(UTC).date(),
        version=version("probation-assistant"),
        publications=titles,
        answers=tuple(answers),
        search=tuple(searches),
        drafts=checked,
    )


def write(measured: Measured, path: Path) -> None:
    """Keep what was measured."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(measured.model_dump_json(indent=1) + "\n", encoding="utf-8")


def questions_of(named: Named) -> list[Question]:
    """The questions of a set."""
    return read_questions(FOLDER / f"{named['name']}.jsonl")


def sentences_of(named: Named) -> list[drafts.Sentence]:
    """The texts of a set of drafts."""
    if named["name"] == GENERATED:
        return drafts_sets.chosen((), False, False, drafts_sets.GENERATED, SEED).popitem()[1]
    return drafts.read_sentences(FOLDER / f"{named['name']}.jsonl")


def outcome(one: Scored) -> Outcome:
    """What came of one question; see `assistant.measured.Kind`. Raises ProbationError where there is no reply."""
    question, reply = one.question, one.reply
    if reply is None:
        raise ProbationError(f"{question.id!r} has no reply. Measure again.")
    if one.right:
        return "refused" if question.status == "not_found" else "right"
    if reply.status != "answered" and question.status != "not_found":
        return "refused_wrongly"
    of_figures = question.status == "not_found" or any(
        fault.startswith(("figure", "any of", "forbidden")) for fault in one.faults
    )
    return "wrong_figure" if of_figures and reply.figures else "wrong_otherwise"


def by_kind(scored: Sequence[Scored], words: Mapping[str, str]) -> tuple[Kind, ...]:
    """The outcomes of each kind of question, in the order of `words`. Raises UnreadableFile where one has no words."""
    counts: dict[str, Counter[str]] = {}
    for one in scored:
        counts.setdefault(one.question.kind, Counter())[outcome(one)] += 1
    if unknown := sorted(set(counts) - set(words)):
        raise UnreadableFile(SETS, f"it has no words for the kind {unknown[0]!r}", "Add them under [kinds].")
    return tuple(Kind(kind=kind, words=words[kind], **counts[kind]) for kind in words if kind in counts)


def of_drafts(named: Named, scored: Sequence[verdicts.Scored]) -> Drafts:
    """What came of a set of drafts."""
    counts = verdicts.confusion(scored)
    judged = [one for each in scored for one in each.judged]
    given = sum(count for (_, said), count in counts.items() if said == "contradicted")
    return Drafts(
        **_told(named),
        texts=len(scored),
        claims=len(judged),
        right=sum(one.right for one in judged),
        false_alarms=given - counts["contradicted", "contradicted"],
        let_pass=counts["contradicted", "supported"],
        not_claims=sum(len(each.false) for each in scored),
    )


def _titles() -> tuple[str, ...]:
    from assistant.answer import Assistant

    return tuple(held.publication.title for held in Assistant.open().publications())


def _told(named: Named) -> dict[str, Any]:
    return {name: named[name] for name in ("name", "words", "blind")}


def _answers(named: Named, held: Held, words: Mapping[str, str]) -> Answers:
    questions = questions_of(named)
    given = with_progress(named["name"], len(questions), partial(replies.ask, questions))
    seconds = [reply.seconds for reply in given if reply.seconds is not None]
    return Answers(
        **_told(named),
        held=held,
        kinds=by_kind(score_all(questions, given), words),
        seconds_median=round(statistics.median(seconds), 3),
        seconds_p95=round(percentile(seconds, 95), 3),
    )


def _searches(named: Named) -> Searches:
    told = retrieval.told(questions_of(named))
    work = partial(replies.search, told, retrieval.DEPTH)
    found = with_progress(f"{named['name']}, search", len(told), work)
    searched = {one.id: one for one in found}
    counts = {k: len(told) - len(retrieval.lost(told, searched, k)) for k in LOOKED_AT}
    return Searches(**_told(named), asked=len(told), found=counts)


def _drafts(sets: Sequence[Named]) -> tuple[Drafts, ...]:
    check = drafts_sets.checker()

    def measured(named: Named) -> Drafts:
        texts = sentences_of(named)
        work = partial(drafts.check_all, texts, check)
        said = {one.id: one for one in with_progress(named["name"], len(texts), work)}
        return of_drafts(named, [verdicts.score(text, said.get(text.id)) for text in texts])

    return tuple(map(measured, sets))
