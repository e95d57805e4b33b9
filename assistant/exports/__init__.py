"""Files and texts that leave the assistant: plain text to copy, Markdown, Word, CSV and Excel."""
