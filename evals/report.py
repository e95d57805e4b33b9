"""A run's report in Markdown: rates with their counts, then every miss, to be read one by one."""

import statistics
from collections.abc import Callable, Iterable, Mapping, Sequence

from evals.scoring import Scored


def rate(right: int, of: int) -> str:
    """ "0.923 (12 of 13)"; a rate of nothing is undefined, which is not zero."""
    return f"{right / of:.3f} ({right} of {of})" if of else "undefined (0 of 0)"


def share(scored: Iterable[Scored], right: Callable[[Scored], bool]) -> str:
    """The rate of those that are right."""
    marks = [right(one) for one in scored]
    return rate(sum(marks), len(marks))


def summary(scored: Sequence[Scored]) -> dict[str, str]:
    """What a run comes to, by the name of each figure."""
    answerable = [one for one in scored if one.question.status != "not_found"]
    refused = [one for one in scored if one.question.status == "not_found"]
    seconds = [one.reply.seconds for one in scored if one.reply and one.reply.seconds is not None]
    return {
        "right": share(scored, lambda one: one.right),
        "answers right": share(answerable, lambda one: one.answer_right),
        "citations right": share(answerable, lambda one: one.cited_right),
        "refusals right": share(refused, lambda one: one.right),
        "untraced numbers": str(sum(len(one.untraced) for one in scored)),
        "seconds, median": f"{statistics.median(seconds):.3f}" if seconds else "undefined",
        "seconds, 95th percentile": f"{percentile(seconds, 95):.3f}" if seconds else "undefined",
    }


def percentile(values: Sequence[float], percent: int) -> float:
    """The smallest value that at least `percent` of the values do not exceed; 0 to 100."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def by_kind(scored: Sequence[Scored]) -> dict[str, str]:
    """The rate of each kind of question, by name."""
    kinds = sorted({one.question.kind for one in scored})
    return {kind: share([one for one in scored if one.question.kind == kind], lambda one: one.right) for kind in kinds}


def table(headers: tuple[str, str], rows: Mapping[str, object]) -> str:
    """A Markdown table of names and values."""
    return columns(headers, list(rows.items()))


def columns(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [f"| {' | '.join(headers)} |", "|---" * len(headers) + "|"]
    return "\n".join([*lines, *(f"| {' | '.join(map(str, row))} |" for row in rows)])


def report(scored: Sequence[Scored], config: Mapping[str, object]) -> str:
    """The whole report."""
    misses = [one for one in scored if one.faults or one.untraced]
    parts = [
        "# Answers, scored",
        table(("Figure", "Value"), summary(scored)),
        table(("Kind", "Right"), by_kind(scored)),
        "## What was run",
        table(("Setting", "Value"), config),
        f"## Misses: {len(misses)}",
        *map(_miss, misses),
    ]
    return "\n\n".join(parts) + "\n"


def _miss(one: Scored) -> str:
    """One miss: the conversation, what is wrong, what was said and on which sources."""
    lines = [f"### {one.question.id} ({one.question.kind})"]
    lines += [f"- asked: {turn}" for turn in one.question.turns]
    return "\n".join([*lines, *said(one)])


def said(one: Scored) -> list[str]:
    """The lines of what is wrong with a reply, what it said and on which sources."""
    lines = [f"- wrong: {fault}" for fault in one.faults]
    lines += [f"- untraced: {number}" for number in one.untraced]
    if one.reply:
        lines += [f"- status: {one.reply.status}"]
        lines += [f"- cited: {cited.title}, {cited.locator}" for cited in one.reply.citations]
        lines += ["", *(f"> {line}" for line in one.reply.answer.splitlines())]
    return lines
