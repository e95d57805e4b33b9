"""Caveats that are for the asker alone: how the question was read, and what the publications are held as."""

FOLLOWED = "Read as a follow-up; carried over: "  # and what was
TOGETHER = "Read together with the question before it."
SUMMARISED = "From a summary in our own words; ingest the publication's text for its exact wording."


def is_aside(caveat: str) -> bool:
    """Whether a caveat means nothing to whoever reads the answer elsewhere."""
    return caveat.startswith((FOLLOWED, TOGETHER, SUMMARISED))
