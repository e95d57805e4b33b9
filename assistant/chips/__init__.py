"""What was understood of a question, each thing as something that can be set by hand."""
