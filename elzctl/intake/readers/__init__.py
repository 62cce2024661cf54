"""From the bytes of a document to its lines and blocks: Word, PDF, HTML, text."""
