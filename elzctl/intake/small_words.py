"""Words with a capital at the head of a sentence, and others that are no part of a name of a person."""

from __future__ import annotations

NO_NAME = frozenset(
    """aan achter actie af al alle als alvast ander andere antwoord april artikel at august augustus bedankt besluit beste
    bij bijlage binnen boven buiten by contact daar daarna daarnaast daarom dag dank dat de dear december deel den
    deze die dinsdag dit donderdag door dus echter een eens eerst en er ervaring fase februari february
    figuur for friday from ga gastspreker geachte gedeputeerde geen gouverneur graag gsm heb heeft heel het hier
    hierbij hoe hoewel hun ieder iedere iedereen ik in indien is januari january juli july june juni kan kerstmis
    komt maandag maar maart mail march may meer mei merci met mijn minister mogelijk momenteel monday na naar naast
    new next niemand niet nieuwe nieuwjaar nog nota november nu october of oktober om omdat on onder ons onze ook op
    our over pagina pasen per samen saturday see september sinds soms spreker stap sunday tabel te tegen tel terug
    tevens thanks that the this thursday tijdens tot tuesday uit uw vaak van vanaf vanuit vanwege veel verder versie
    via volgende volgens voor vooral vorige vraag vrijdag waar waarom wanneer wat we wednesday wegens wel welk welke
    wie wij with woensdag worden wordt zaterdag ze zie zij zijn zo zoals zondag zonder zowel""".split()
)

SHORT = frozenset(
    """AB AO AP AV AZ BE BS BTW BV CAO CC CD CEO CM CV DB DM EHBO EU FAQ FOD GBO GDPR GGZ GPS HR IBO ICT ID IDA IT KB KMO KVG LAC
    LDC LM LOK MB MDO MDT MKG NL NV OC OK OM OP PB PC PDF PMO PO PR PS PV PZ RI RVA RVB RVT SD SDG SMS SOS ST TO TV UZ VB VK
    VR VS VZW WG WP""".split()
)
"""Abbreviations of two and three letters that texts of zones have for other things than people."""
