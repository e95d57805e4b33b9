"""Which columns of a table a question names by their headings."""

from collections.abc import Sequence

from assistant.cell_grids import Column
from assistant.cell_shapes import SHARE, is_gap, names_gap
from assistant.cell_words import GridWords, tokens_of
from assistant.words import contains

LEAST_HEADED, SHORTLY_HEADED = 0.5, 0.25  # of a column's heading; the lower one where no other fits as well
SHARED = 2  # words of a label or heading in a question, where they are few of its own
TIED = 0.03  # tables or headings whose scores are nearer than this fit about as well
IN_SHARES = 0.7  # what a heading of shares counts for beside one of counts, where no share is asked for


def headings_of(words: GridWords, text: str, tokens: frozenset[str]) -> tuple[list[str], float]:
    """The headings that a question gives, and the share it gives of the first; none and 0 without."""
    columns = words.grid.columns
    gaps = list(dict.fromkeys(c.heading for c in columns if c.is_gap)) if is_gap(text) else []
    if len(gaps) == 1:
        return gaps, max(LEAST_HEADED, words.headed(gaps[0], tokens)[0])
    counts = {c.heading for c in columns if c.unit != "percent"} if not SHARE.search(text) else set()
    worth = {c.heading: IN_SHARES if counts and c.heading not in counts else 1.0 for c in columns}
    chosen: list[str] = []
    plain = [c.heading for c in columns if not c.is_gap or names_gap(text)]
    first, among = 0.0, gaps or list(dict.fromkeys(plain)) or list(words.headings)
    while tokens and len(chosen) < len(among):
        shares = {h: words.headed(h, tokens) for h in among}
        scores = {h: worth[h] * both(*found) for h, found in shares.items()}
        best = max(scores, key=lambda h: scores[h])
        named = shares[best][0]
        alone = all(h == best or s < scores[best] - TIED for h, s in scores.items())
        alone = alone and sum(c.key in tokens for c in words.headings[best]) >= SHARED
        if best in chosen or not scores[best] or named < (SHORTLY_HEADED if alone else LEAST_HEADED):
            break
        chosen.append(best)
        first = first or named
        tokens -= tokens_of(words.headings[best])
    return chosen, first


def both(named: float, told: float) -> float:
    """Both shares in one number, 0 to 1, the question's counting more."""
    return 1.25 * named * told / (0.25 * told + named) if named and told else 0.0


def of_unit(columns: Sequence[Column], text: str) -> tuple[Column, ...]:
    """Of columns with one heading in several units those of the unit that a question names."""
    named = [c for c in columns if SHARE.search(text) and c.unit == "percent"]
    named += [c for c in columns if c.unit not in ("", "percent") and contains(text, c.unit)]
    return tuple(c for c in columns if c in named or c.heading not in {n.heading for n in named})
