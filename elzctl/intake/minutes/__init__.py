"""From the blocks of a document to minutes: head, agenda, points, decisions, people."""
