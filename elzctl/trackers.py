"""Marks in an address on the web that follow who reads a page."""

from __future__ import annotations

import re
from collections.abc import Mapping

URL = r"(?i)https?://(?:[^\s<>()\[\]\"'`|\0]|\([^\s<>()\0]*\)|(?<=__cft__)\[\d\])+"

TRACKERS = frozenset(
    """fbclid gclid dclid gbraid wbraid msclkid yclid twclid ttclid igshid igsh mc_eid mc_cid _hsenc _hsmi mkt_tok vero_id
    oly_enc_id oly_anon_id li_fat_id _ga _gl __cft__ __tn__ mibextid epik trk s_cid""".split()
)
"""Parameters of an address that name the reader or the mailing; so do all that begin with ``utm_``."""
TRACKERS_OF: Mapping[str, frozenset[str]] = {"list-manage.com": frozenset({"e"})}
"""The same on the pages of one host and of those below it."""
WRAPPER = "safelinks.protection.outlook.com"
"""Addresses there tell Microsoft who reads what, and lead on to the address inside."""

_NAMED, _MOST_WRAPPED = r"(?i)https?://([^\s/?#@\\:]+)(?::\d{1,5})?(?=[/?#]|\Z)", 3


def unfollowed(text: str) -> str:
    """The text with every address in it as :func:`without_trackers` gives it; signs that end a sentence are none of it."""
    if "://" not in text:
        return text

    def shorter(match: re.Match[str]) -> str:
        address = match[0].rstrip(".,;:!?*_")
        return without_trackers(address)[0] + match[0][len(address) :]

    return re.sub(URL, shorter, text)


def without_trackers(address: str) -> tuple[str, tuple[str, ...]]:
    """The address without the parameters that track, and the names of those; the rest stays as it is.

    Of an address that only leads on to another one, that is left.
    """
    names: list[str] = []
    for _ in range(_MOST_WRAPPED):
        inside = _inside(address) if WRAPPER in address.lower() else ""
        if not inside:
            break
        address, names = inside, [WRAPPER]
    rest, hash_sign, fragment = address.partition("#")
    page, question, query = rest.partition("?")
    if not question and "=" not in fragment:
        return address, tuple(names)
    own = _trackers_of(page) if any(host in page.lower() for host in TRACKERS_OF) else frozenset()
    kept, marks = _unmarked(query, own)
    fragment, more = _fragment(fragment, own) if "=" in fragment else (fragment, [])
    found = tuple(dict.fromkeys([*names, *marks, *more]))
    behind = hash_sign + fragment if fragment or not more else ""
    return page + (question + kept if kept else "") + behind, found


def _unmarked(query: str, own: frozenset[str], *, is_fragment: bool = False) -> tuple[str, list[str]]:
    """The parameters without those that track, and the names of these; without “=” a part of a fragment is a place."""
    joint = "&amp;" if "&amp;" in query else "&"
    pairs = query.split(joint)
    marks = [pair for pair in pairs if _is_tracker(pair, own) and ("=" in pair or not is_fragment)]
    return joint.join(pair for pair in pairs if pair not in marks), [pair.partition("=")[0] for pair in marks]


def _fragment(fragment: str, own: frozenset[str]) -> tuple[str, list[str]]:
    """The same of what stands behind “#”: a place, parameters, or a path with these; the words of ``:~:text=`` stay."""
    place, words, text = fragment.partition(":~:")
    path, question, query = place.rpartition("?")
    kept, marks = _unmarked(query, own, is_fragment=True)
    return path + (question if kept else "") + kept + words + text, marks


def _is_tracker(pair: str, own: frozenset[str]) -> bool:
    from urllib.parse import unquote

    name = unquote(pair.partition("=")[0]).lower().partition("[")[0]
    return name in TRACKERS or name in own or name.startswith("utm_")


def _host(address: str) -> str:
    """The host of an address on the web; ``""`` for what is none, or has a user name in it."""
    found = re.match(_NAMED, address)
    return found[1].lower() if found is not None else ""


def _trackers_of(page: str) -> frozenset[str]:
    host = f".{_host(page)}"
    return next((names for name, names in TRACKERS_OF.items() if host.endswith(f".{name}")), frozenset())


def _inside(address: str) -> str:
    """The address on the web to which a wrapped one leads; ``""`` when it is not wrapped, or leads to something else."""
    from urllib.parse import quote, unquote

    if not f".{_host(address)}".endswith(f".{WRAPPER}"):
        return ""
    query = address.partition("#")[0].partition("?")[2]
    joint = "&amp;" if "&amp;" in query else "&"
    value = next((pair[4:] for pair in query.split(joint) if pair[:4].lower() == "url="), "")
    # Brackets, quotes and blanks would end the link that it stands in.
    inside = quote(unquote(value), safe=":/?#@!$&*+,;=%~-._")
    return inside.replace("&", joint) if _host(inside) else ""
