"""From the rows of a table to actors or points: sheets, columns, what is known already."""
