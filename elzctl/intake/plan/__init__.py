"""From the blocks of a document to the files of a plan: headings, forms, tables, fields."""
