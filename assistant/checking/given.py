"""Which figure of a sentence goes with what is said to have happened in it."""

import re
from collections.abc import Sequence

from assistant.checking.directions import OF_TARGETS, Said
from assistant.checking.subjects import Subject


def given(says: Sequence[Said], subjects: Sequence[Subject]) -> dict[int, list[Said]]:
    """For figures, by their number in the sentence, what is said of them; what goes with no figure is left out.

    A movement goes with the change or value that follows it, or with the one just before it; a target met or missed
    with the value, or where none is given with the target.
    """
    roles = [subject.role for subject in subjects]
    found: dict[int, list[Said]] = {}
    for say in says:
        number = _of_target(say, subjects, roles) if say.what in OF_TARGETS else _of_movement(say, subjects, roles)
        if number is not None:
            found.setdefault(number, []).append(say)
    return found


def _of_target(say: Said, subjects: Sequence[Subject], roles: Sequence[str]) -> int | None:
    values = [n for n, role in enumerate(roles) if role in ("value", "gap") and not subjects[n].earlier]
    targets = [n for n, role in enumerate(roles) if role == "target"]
    near = values or targets
    return min(near, key=lambda n: abs(subjects[n].figure.start - say.start)) if near else None


def _of_movement(say: Said, subjects: Sequence[Subject], roles: Sequence[str]) -> int | None:
    moving = [n for n, role in enumerate(roles) if role in ("value", "change")]
    after = [n for n in moving if subjects[n].figure.start >= say.end]
    text = subjects[0].statement.text if subjects else ""
    if after:
        number = after[0]
        between = text[say.end : subjects[number].figure.start]
        if not re.search(r"[.;]|\bwhile\b|\bwhereas\b|\bbut\b", between) and len(between) < 60:
            if not subjects[number].earlier:
                return number
            if number + 1 in after and re.search(
                r"\bto\b", text[subjects[number].figure.end : subjects[number + 1].figure.start]
            ):
                return number + 1  # "rose from 57.0% to 63.1%": what it rose to
    before = [n for n in moving if subjects[n].figure.end <= say.start and not subjects[n].earlier]
    if before:
        between = text[subjects[before[-1]].figure.end : say.start]
        if not re.search(r"[.;]", between) and len(between) < 60:
            return before[-1]
    return None
