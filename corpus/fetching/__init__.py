"""Fetching publications when a user asks for them: from hosts on a list, politely, within bounds, kept beside a record.

robots.txt is not asked for: it speaks to those who follow links by themselves, and here nothing is followed that the
user did not ask for, but the attachments of a release and the results of a search of the user's.
"""

from corpus.fetching.fetcher import Fetched, Fetcher

__all__ = ["Fetched", "Fetcher"]
