"""Measuring: question sets, replies, scores, retrieval, speed. Generating and scoring are separate steps."""
