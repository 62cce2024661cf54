"""Labels of some length about those who sent word: *Zijn verontschuldigd en gaven volmacht*, whatever small words stand around it."""

from __future__ import annotations

_AROUND = (
    r"(?:zijn|waren|is|was|werden|en|of|de|het|een|hun|volgende|niet|wie|die|zij|degenen|hebben|hadden|had|heeft|zich|gaven|gaf|geven|geeft|verleende|verleenden|gegeven|verleend|ontvangen|bezorgd|doorgegeven|met|volmacht(?:en)?|leden|organisaties|partners"
    r"|personen|bestuurders|tijdig|vooraf|vandaag|ook|hiervoor|voor|deze|vergadering|allen|stemgerechtigde|via|mail|schriftelijk|kennisgeving)"
)
EXCUSED = rf"(?:(?:{_AROUND}|aanwezig) )*(?:verontschuldigde?n?|geëxcuseerde?n?|afgemelde?n?)(?: {_AROUND})*|(?:{_AROUND} )*(?:afwezig|aanwezig) (?:met|mits) kennisgeving|(?:{_AROUND} )*volmacht(?:en)?(?: {_AROUND})*"
"""A label in small letters, as an expression."""
