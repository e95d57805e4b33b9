"""Finding what bears on a question: exact lookup of observations and search of passages."""
