"""What a model is doing, in our words: nothing that it wrote itself is repeated."""

from collections.abc import Mapping
from typing import Any

THINKING = "Asking the language model"
AGAIN = "Asking the language model to put its answer right"
OTHER = "Looking things up"
STEPS = {
    "look_up": "Looking up {}",
    "target_met": "Looking up the target of {}",
    "gap_to_target": "Working out how far {} is from its target",
    "change_on_year": "Looking up the change of {}",
    "compare_years": "Comparing two years of {}",
    "history": "Looking up every year of {}",
    "compare_measures": "Comparing measures",
    "count_measures": "Counting measures",
    "rank_measures": "Putting measures in order",
    "rating_of_score": "Working out a rating",
    "ratings": "Looking up ratings",
    "rating_changes": "Comparing ratings",
    "find_measures": "Finding measures",
    "search": "Searching the publications",
    "publications": "Looking through what is held",
    "ask": "Looking for figures and passages",
    "ask_user": "Asking what is meant",
}


def step(tool: str, given: Mapping[str, Any], codes: Mapping[str, str]) -> str:
    """One line for a call of a tool. `codes` are those held, by their capitals: no other is named."""
    code = codes.get(str(given.get("code", "")).strip().upper(), "a measure")
    return STEPS.get(tool, OTHER).format(code)
