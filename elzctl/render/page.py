"""Pages by Jinja: a template, ours or the zone's own, with values in it.

A template gets texts, numbers and lists, and nothing that can be called.  It can read the other templates and no file at
all: they are given to it, by name.  What goes wrong in one of the zone's own is told with its file and line.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from elzctl.render.job import OutOfTime
from elzctl.templates import built_in
from elzctl.wording import Message

if TYPE_CHECKING:
    from jinja2 import Environment

_POLICY = "default-src 'none'; style-src {style}; script-src {script}; {images}base-uri 'none'; form-action 'none'"


FOLDER = "templates/html"
TOO_HIGH, TOO_LONG = "power too high", "page too long"
"""What our own limits say, to be put in words with the place."""

LARGEST = 64 << 20
"""Characters of a page: no plan has as many, a template that goes on and on does."""

_BITS = 1 << 14
"""Of the largest number that a power may be."""


class TemplateFault(Exception):
    """A page that cannot be made with the zone's own templates; ``message`` says where and why, for a person."""

    def __init__(self, message: Message) -> None:
        """*message* names the file and the line."""
        super().__init__(message.text)
        self.message = message


class Pages:
    """The templates of pages by name: ours, and in their place the zone's own."""

    def __init__(self, own: Mapping[str, str]) -> None:
        """*own* are the texts of the zone's."""
        self._own = own
        self._is_own = any(name.endswith(".j2") for name in own)
        self._texts = {**{name: data.decode() for name, data in built_in("html").items()}, **own}

    def text(self, *names: str) -> str:
        """Style sheets or scripts one after the other, as they may stand in a page: none can end its own element."""
        return "".join(self._texts[name] for name in names).replace("</", "<\\/")

    def page(self, name: str, **values: Any) -> str:
        """The page that a template makes of *values*.  Raises TemplateFault."""
        try:
            templates = _templates(self._texts) if self._own else ours()
            page = templates.get_template(name)
            return _bounded(page.generate(plain(values))) if self._is_own else page.render(plain(values))
        except (MemoryError, OutOfTime):
            raise  # told by who set the limit
        except Exception as error:
            if not self._own:
                raise
            from elzctl.render.page_faults import in_plain_words

            raise TemplateFault(in_plain_words(error, name, values)) from None


@cache
def ours() -> Environment:
    """The templates that come with elzctl; each is compiled once, in a process that draws many pages too."""
    return _templates({name: data.decode() for name, data in built_in("html").items()})


def _templates(texts: Mapping[str, str]) -> Environment:
    """Templates by name, of these texts."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    def loaded(name: str) -> tuple[str, str, None] | None:
        return (texts[name], f"{FOLDER}/{name}", None) if name in texts else None

    jinja = ImmutableSandboxedEnvironment(
        autoescape=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(loaded),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    # Nothing that is different each time, and nothing to call but what counts.
    jinja.globals = {"range": jinja.globals["range"]}
    del jinja.filters["random"]
    # What Python works out in one go nobody can stop to ask where it was.
    jinja.intercepted_binops = frozenset({"**"})
    jinja.binop_table["**"] = _power
    return jinja


def _bounded(pieces: Iterator[str]) -> str:
    """The pieces of a page together; one that goes on and on is stopped at the line where it became too long."""
    found, size = [], 0
    for piece in pieces:
        found.append(piece)
        size += len(piece)
        if size > LARGEST:
            assert isinstance(pieces, Generator)
            pieces.throw(OverflowError(TOO_LONG))
    return "".join(found)


def _power(base: Any, exponent: Any) -> Any:
    """The power of numbers, as long as it can be written down.  Raises OverflowError."""
    if isinstance(base, int) and isinstance(exponent, int) and base.bit_length() * exponent > _BITS:
        raise OverflowError(TOO_HIGH)
    return base**exponent


def policy(style: str, script: str = "", *, images: bool = False) -> str:
    """What a page allows itself: this style and this script, by their hashes, the *images* in it, and nothing else.

    The texts are as they stand in the page, between the tags.
    """
    pictures = "img-src data:; " if images else ""
    return _POLICY.format(style=hashed(style), script=hashed(script), images=pictures)


def hashed(text: str) -> str:
    """How a policy names a style or a script."""
    from base64 import b64encode
    from hashlib import sha256

    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" if text else "'none'"


def plain(value: Any) -> Any:
    """*value* with keys and lists in the place of tuples with names, which have functions too."""
    if isinstance(value, tuple):
        names = getattr(value, "_fields", None)
        return [plain(one) for one in value] if names is None else {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value
