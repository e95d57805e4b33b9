"""Figures of tables without codes. Those of a series, a row for each period, may be given with the column's heading.

What any other cell means stands in the table's title, its headings and its notes together: it is given in the words
of the tool that read it.
"""

import re

from assistant.checking.subjects import Subject
from assistant.lead.company import closeness
from assistant.lead.evidence import Fact, Source
from assistant.lead.times import is_of
from assistant.lead.words import neutral, stems_of


def of_another_cell(subject: Subject, source: Source, fact: Fact) -> str:
    """That a cell stands in another row or column than the sentence names; "" if not."""
    figure, said = subject.figure, stems_of(subject.statement.text) - neutral()
    if not fact.told:
        return f"Take over the sentence of the result that gives {figure.text}, word for word."
    if not stems_of(fact.label) - neutral() <= said:
        return f"Name what {figure.text} is as the table does: {fact.label}."
    told = {subject.period} if subject.period else set()
    if (
        told
        and fact.periods
        and not any(is_of(own, period) or is_of(period, own) for own in fact.periods for period in told)
    ):
        return f"{figure.text} is of {fact.periods[0].label} in its source."
    if not _is_beside_its_column(subject, source, fact):
        return f"{figure.text} stands in another column of its source."
    others = [one for one in source.facts if one.kind == "cell" and one.line != fact.line]
    own = stems_of(fact.line) - neutral()
    for other in others:
        theirs = stems_of(other.line) - neutral()
        if (theirs - own) & said and not (own - theirs) & said:
            return f"{figure.text} stands in another row or column of its source."
    return ""


def _is_beside_its_column(subject: Subject, source: Source, fact: Fact) -> bool:
    """Whether, of the columns that a sentence names, a cell's own stands nearest to its figure."""
    text, figure = subject.statement.text, subject.figure
    columns = {one.column for one in source.facts if one.kind == "cell" and one.column}
    worth = {column: closeness(text, figure, stems_of(column) - neutral()) for column in columns}
    return not fact.column or worth.get(fact.column, 0.0) >= max(worth.values(), default=0.0)


def of_another_base(subject: Subject, source: Source) -> str:
    """That a share is given of something that its source does not name; "" if not."""
    base = re.match(r"\s*of (?:all |the |these )?([\w-]+)", subject.after)
    if subject.figure.unit != "percent" or base is None or stems_of(base[1]) <= stems_of(source.text):
        return ""
    return f"{subject.figure.text} is no share of {base[1]} in its source."
