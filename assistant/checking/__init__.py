"""Checking a draft: every figure in it is held against what is published."""
