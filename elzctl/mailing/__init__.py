"""Mailing lists: read one by one, then merged.  What stands in them is private."""
