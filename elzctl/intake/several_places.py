"""Houses of one kind in several places, which are one name in a list: *dienstencentra Molenveld en Ginderbeek*."""

from __future__ import annotations

import re

from elzctl.intake.persons import shows_organisation

_PLACE = r"[A-ZÀ-Þ][\w’'-]+(?:[ -][A-ZÀ-Þ][\w’'-]+)?"
OF_PLACES = re.compile(
    r"(?<!\w)(?:(?i:\w*(?:centra|gemeenten|steden|besturen|kringen|zones|bibliotheken|bibs|parochies|wijken|deelgemeenten|vestigingen|campussen|afdelingen|huizen|scholen|winkels|loketten))"
    r"|(?:OCMW|LDC|WZC|CGG|CLB|CAW|WGC|LAC|DVC)['’]s)"
    rf"\s+(?:(?:van|in|te|uit)\s+)?(?P<places>{_PLACE}(?:,\s+{_PLACE})*\s+en\s+{_PLACE})(?![\w’'-])(?=\s*(?:[,;.)(]|\Z|\s(?:en|of)\s))"
)
"""A word for more than one house, and the places where these are."""


def are_places(match: re.Match[str]) -> bool:
    """False where one of them is the name of an organisation itself: *thuiszorgdiensten Ferm en Okra*."""
    return not any(map(shows_organisation, re.split(r",\s+|\s+en\s+", match["places"])))
