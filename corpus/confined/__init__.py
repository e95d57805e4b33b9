"""Reading files that nobody vouches for: in a child process that may do little and take little.

The child reads a file and sends what it found as JSON, which is checked before it is believed; nothing that it sends
is run. What the child may take is in `limits`, what it may do in `fences`, what the two say to each other in `wire`.
"""

from corpus.confined.limits import Limits
from corpus.confined.reader import Reader, Reading

__all__ = ["Limits", "Reader", "Reading"]
