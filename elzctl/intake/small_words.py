"""Words with a capital at the head of a sentence, and others that are no part of a name of a person."""

from __future__ import annotations

NO_NAME = frozenset(
    """aan achter actie actieplan af al alle als alvast ambitie ambition and ander andere antwoord april artikel at august
    augustus bedankt beleidslijn belofte besluit beste bij bijlage binnen boven buiten by challenge commitment
    contact daar daarna daarnaast daarom dag dank dat de dear december deel den deze die dinsdag dit doel
    doelstelling domein donderdag door dus echter een eens eerst en engagement er ervaring fase februari february
    fiche figuur focus for friday from ga gastspreker geachte gedeputeerde geen goal gouverneur graag gsm heb heeft
    heel hefboom het hier hierbij hoe hoewel hun ieder iedere iedereen ik in indien is januari january juli july
    june juni kan kerstmis komt krachtlijn luik maandag maar maart maatregel mail march may meer mei merci met mijn
    minister mogelijk momenteel monday my na naar naast nadat nadien new next niemand niet nieuwe nieuwjaar nog nota
    november nu objective october of oktober om omdat on onder onderdeel ons onze ook op opgave our over pagina
    pasen per pijler pillar prioriteit priority programma programme rubriek samen saturday see september sinds soms
    speerpunt spoor spreker stap sunday tabel te tegen tel terug tevens thanks that the thema theme this thursday
    tijdens to tot tuesday uit uitdaging uw vaak van vanaf vanuit vanwege veel verder versie via volgende volgens
    voor vooral vorige vraag vrijdag waar waarom wanneer wat we wednesday wegens wel welk welke werf wie wij with
    woensdag worden wordt your zaterdag ze zie zij zijn zo zoals zondag zonder zowel""".split()
)

SHORT = frozenset(
    """AB AO AP AV AZ BE BS BTW BV CAO CC CD CEO CM CV DB DM EHBO EU FAQ FOD GBO GDPR GGZ GPS HR IBO ICT ID IDA IT KB KMO KVG LAC
    LDC LM LOK MB MDO MDT MKG NL NV OC OK OM OP PB PC PDF PMO PO PR PS PV PZ RI RVA RVB RVT SD SDG SMS SOS ST TO TV UZ VB VK
    VR VS VZW WG WP""".split()
)
"""Abbreviations of two and three letters that texts of zones have for other things than people."""
