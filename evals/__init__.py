"""Measuring the assistant: question sets, runner, scores, report, speed."""
