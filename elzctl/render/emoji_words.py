"""What emoji show, in words: for paper, on which no font of ours draws them."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from elzctl.wording import Message, say

_FIRST_FLAG, _LAST_FLAG = "\U0001f1e6", "\U0001f1ff"
# Pictures, and not the signs of a trade.
_EMOJI = (("\u23e9", "\u23fa"), ("\u2600", "\u27bf"), ("\u2b00", "\u2bff"), ("\U0001f000", "\U0001fbff"))
_FAMILY = frozenset("👦👧👨👩👶")

_LOVE, _SMILE, _SAD = say("heart"), say("smile"), say("sad face")

WORDS: Mapping[str, Message] = MappingProxyType(
    {
        "✅": say("check mark"),
        "✨": say("sparkles"),
        "❌": say("cross"),
        "❓": say("question mark"),
        "❗": say("exclamation mark"),
        "➕": say("plus sign"),
        "➖": say("minus sign"),
        "🌍": say("globe"),
        "🌟": say("star"),
        "🌱": say("young plant"),
        "🌳": say("tree"),
        "🍎": say("apple"),
        "🎁": say("gift"),
        "🎉": say("party"),
        "🎓": say("graduation"),
        "🎯": say("target board"),
        "🎵": say("music"),
        "🏠": say("house"),
        "🏥": say("hospital"),
        "🏫": say("school"),
        "🏆": say("cup"),
        "👀": say("eyes"),
        "👉": say("pointing hand"),
        "👋": say("waving hand"),
        "👍": say("thumbs up"),
        "👎": say("thumbs down"),
        "👏": say("applause"),
        "👥": say("people"),
        "👨": say("man"),
        "👩": say("woman"),
        "👪": say("family"),
        "👴": say("old man"),
        "👵": say("old woman"),
        "👶": say("baby"),
        "💉": say("syringe"),
        "💊": say("pill"),
        "💚": _LOVE,
        "💙": _LOVE,
        "💜": _LOVE,
        "💛": _LOVE,
        "💡": say("idea"),
        "💪": say("strong arm"),
        "💬": say("speech bubble"),
        "💶": say("banknotes"),
        "📅": say("calendar"),
        "📆": say("calendar"),
        "📈": say("rising line"),
        "📉": say("falling line"),
        "📊": say("bar chart"),
        "📌": say("pin"),
        "📍": say("place on a map"),
        "📎": say("paper clip"),
        "📝": say("memo"),
        "📞": say("telephone"),
        "📢": say("loudspeaker"),
        "📣": say("megaphone"),
        "📧": say("e-mail"),
        "📱": say("mobile phone"),
        "🔍": say("magnifying glass"),
        "🔔": say("bell"),
        "🔗": say("link of a chain"),
        "🔴": say("red"),
        "🔵": say("blue"),
        "🕐": say("clock"),
        "😀": _SMILE,
        "😃": _SMILE,
        "😄": _SMILE,
        "😁": _SMILE,
        "😉": say("wink"),
        "😊": _SMILE,
        "🙂": _SMILE,
        "😍": _LOVE,
        "🙁": _SAD,
        "😕": _SAD,
        "😞": _SAD,
        "😢": _SAD,
        "🙏": say("folded hands"),
        "🚀": say("rocket"),
        "🚗": say("car"),
        "🚲": say("bicycle"),
        "🚶": say("walker"),
        "🚴": say("cyclist"),
        "🤔": say("thinking face"),
        "🤝": say("handshake"),
        "🧠": say("brain"),
        "🧡": _LOVE,
    }
)
"""Those that stand in texts of offices, and that no font of ours has; colour and age of people are left out."""


def emoji_words(piece: str) -> Message | None:
    """What a picture shows that is made of one or more characters; ``None`` for what is no emoji."""
    if _FIRST_FLAG <= piece[0] <= _LAST_FLAG:
        letters = "".join(chr(ord(char) - ord(_FIRST_FLAG) + ord("A")) for char in piece)
        return say("flag of {code}", code=letters)
    if len(_FAMILY.intersection(piece)) > 1:
        return WORDS["👪"]
    if piece[0] in WORDS:
        return WORDS[piece[0]]
    is_picture = unicodedata.category(piece[0]) in ("So", "Sk")
    return say("emoji") if is_picture and any(first <= piece[0] <= last for first, last in _EMOJI) else None
