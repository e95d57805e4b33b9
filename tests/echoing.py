"""A well-behaved model: it asks the widest tool what the user asked so far, and repeats what that says."""

from scripted_model import Calls, Reply, Seen, Text


def echo(seen: Seen) -> Reply:
    """Its next message; a follow-up is asked together with the questions before it."""
    if not seen.results:
        asked = " ".join(str(one["content"]) for one in seen.messages if one["role"] == "user")
        return Calls(("ask", {"question": asked}))
    said = seen.results[-1]
    return Text(said["answer"] if said.get("status") == "answered" else "NOT PUBLISHED")
