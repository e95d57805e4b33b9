"""What a language model or another assistant may call: read-only, typed, each reply with the ids of its sources."""
