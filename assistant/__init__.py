"""Answering from evidence: understand, look up or search, calculate, compose, check."""
