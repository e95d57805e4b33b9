"""What a publication attaches to its own rows: notes, a period that is only part of a year, symbols, revisions."""

from collections.abc import Sequence

from assistant import measure_lines, phrases
from assistant.draft import Draft
from assistant.holdings import family
from corpus.models import Observation
from corpus.numbers import SYMBOL


def warn(draft: Draft, chosen: Sequence[Observation]) -> None:
    """Add the caveats of published rows to an answer: notes, part of a year, symbols, a revision between."""
    for observation in chosen:
        for note in observation.notes:
            if observation.change is None or not measure_lines.ABOUT_CHANGE.search(note.text):
                draft.note(observation, note)
        if observation.value is not None and not observation.counted:
            draft.caveat(phrases.left_out(observation))
        for symbol in SYMBOL.findall(observation.shown) if observation.value is not None else ():
            meaning = draft.holdings.document(observation).symbols.get(symbol, "")
            draft.caveat(f"{symbol} marks: {meaning}." if meaning else f"The publication does not explain {symbol}.")
    codes = {o.measure.code for o in chosen if o.measure.code}
    families = {family(o.measure) for o in chosen}
    if len(codes) > len(families) and (draft.query.spread or len(draft.query.periods) > 1):
        draft.caveat(
            "The measure was revised between these figures; the publication does not treat them as comparable."
        )
