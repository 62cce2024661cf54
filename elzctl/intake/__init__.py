"""Documents that exist, Word, PDF, text and tables, taken in as the files of a plan repository.

bytes → reader → :class:`~elzctl.intake.paper.Paper` → grammar of plans or of minutes → :class:`~elzctl.intake.taken.Taken`:
new files, and an account of every line of the document.  Nothing here writes.
"""
