"""Asking a language model, where a user configures one; what it writes is shown only where the lead passes it."""
