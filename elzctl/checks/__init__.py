"""The checks of a plan: :mod:`elzctl.checks.every` lists all, :mod:`elzctl.checks.grave` those that can find an error."""
