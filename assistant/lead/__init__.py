"""What a language model's text has to pass before it is shown: every claim beside the source that bears it out."""
