"""Work under a progress bar on standard error, so that what is measured can be piped on."""

from collections.abc import Callable
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Result = TypeVar("Result")


def with_progress(what: str, total: int, work: Callable[[Callable[[], None]], Result]) -> Result:
    """Do work that says when a part of it is done."""
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        task = progress.add_task(what, total=total)
        return work(lambda: progress.advance(task))
