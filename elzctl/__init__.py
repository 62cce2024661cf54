"""elzctl keeps the plan and the minutes of a Flemish primary-care zone as plain text in Git."""

__version__ = "0.1.0"
