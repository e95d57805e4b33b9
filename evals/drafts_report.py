"""The report of a run of draft sentences: rates, which verdict was given for which, misses to be read one by one."""

import statistics
from collections.abc import Mapping, Sequence

from evals.drafts import VERDICTS, SaidClaim
from evals.report import rate, table
from evals.verdicts import NO_CLAIM, Judged, Scored, by_kind, confusion, precision, recall


def summary(scored: Sequence[Scored]) -> dict[str, str]:
    """What a set comes to, by the name of each figure."""
    judged = [one for each in scored for one in each.judged]
    counts = confusion(scored)
    seconds = [each.seconds for each in scored if each.seconds is not None]
    rows = {
        "verdicts right": rate(sum(one.right for one in judged), len(judged)),
        "verdicts right, whatever is shown as published": rate(sum(counts[v, v] for v in VERDICTS), len(judged)),
    }
    for verdict in VERDICTS:
        rows[f"{verdict}, precision"] = rate(*precision(counts, verdict))
        rows[f"{verdict}, recall"] = rate(*recall(counts, verdict))
    false, spare = (sum(len(getattr(each, name)) for each in scored) for name in ("false", "spare"))
    return rows | {
        "false claims (years, dates, codes, other numbers)": str(false),
        "other claims that nobody asked for": str(spare),
        "seconds a text, median": f"{statistics.median(seconds):.3f}" if seconds else "undefined",
    }


def confused(scored: Sequence[Scored]) -> str:
    """A Markdown table of the right verdicts (rows) and those given (columns)."""
    counts = confusion(scored)
    got = (*VERDICTS, NO_CLAIM)
    lines = [f"| right \\ given | {' | '.join(got)} |", f"|---|{'---|' * len(got)}"]
    lines += [f"| {right} | {' | '.join(str(counts[right, one]) for one in got)} |" for right in VERDICTS]
    return "\n".join(lines)


def tables(name: str, scored: Sequence[Scored]) -> str:
    """The rates of one set of sentences."""
    parts = (
        table((f"{name}: {len(scored)} texts", "Value"), summary(scored)),
        table(("Kind", "Right"), by_kind(scored)),
        confused(scored),
    )
    return "\n\n".join(parts)


def report(sets: Mapping[str, Sequence[Scored]], config: Mapping[str, object], unseen: str = "") -> str:
    """The whole report; of the set called `unseen` no miss is shown, so that nobody tunes to it."""
    parts = ["# Draft sentences, checked"]
    parts += [f"## {name}\n\n{tables(name, scored)}" for name, scored in sets.items()]
    parts += ["## What was run", table(("Setting", "Value"), config)]
    for name, scored in sets.items():
        if name != unseen:
            parts += _misses(name, scored)
    return "\n\n".join(parts) + "\n"


def _misses(name: str, scored: Sequence[Scored]) -> list[str]:
    """The misses and false claims of a set."""
    wrong = [one for each in scored for one in each.judged if not one.right]
    false = [(each, one) for each in scored for one in each.false]
    return [
        f"## Misses of {name}: {len(wrong)}",
        *map(_miss, wrong),
        f"## False claims of {name}: {len(false)}",
        *(f"- {each.sentence.id}: {one.figure!r} of: {_around(each.sentence.text, one.start)}" for each, one in false),
    ]


def _miss(one: Judged) -> str:
    """One miss: the sentence, the right verdict, what was said and on which source."""
    wanted, kind = one.wanted, one.kind
    place = one.sentence.text.find(wanted.figure) if wanted.start is None else wanted.start
    shows = f", showing {wanted.published!r}" if wanted.published else ""
    lines = [
        f"### {one.sentence.id} ({kind})",
        f"> {_around(one.sentence.text, max(0, place))}",
        f"- right: {wanted.figure!r} is {wanted.verdict}{shows}",
        f"- said: {_told(one.said)}",
    ]
    return "\n".join(lines)


def _told(said: SaidClaim | None) -> str:
    if said is None:
        return "nothing: no claim was found"
    return f"{said.figure!r} is {said.verdict}; published: {said.published!r}; {said.reason} ({said.source})"


def _around(text: str, place: int, reach: int = 220) -> str:
    """The text about a place, on one line."""
    cut = text[max(0, place - reach) : place + reach]
    return " ".join(cut.split())
