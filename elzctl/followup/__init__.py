"""What the minutes amount to on a day: points, closing rules, approvals, counts.  Pure functions, for checks and views."""
