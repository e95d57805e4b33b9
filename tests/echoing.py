"""A well-behaved model: it asks the widest tool the question as it stands, and repeats what that says."""

from scripted_model import Calls, Reply, Seen, Text


def echo(seen: Seen) -> Reply:
    """Its next message."""
    if not seen.results:
        return Calls(("ask", {"question": seen.asked}))
    said = seen.results[-1]
    return Text(said["answer"] if said.get("status") == "answered" else "NOT PUBLISHED")
