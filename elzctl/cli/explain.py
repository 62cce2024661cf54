"""``elzctl explain``: what a finding means."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from elzctl.cli.look import look
from elzctl.cli.options import Argument, Context, Option
from elzctl.cli.session import FINE, Session, Stop, one_of
from elzctl.wording import say

if TYPE_CHECKING:
    from elzctl.views.pages import Page

FORMATS = ("text", "markdown")
WIDEST = 100


def explain(
    ctx: Context,
    code: Annotated[str, Argument(metavar="CODE", help="A code, such as bad-date.")] = "",
    format_: Annotated[str, Option("--format", metavar="text|markdown", help="How to print it.")] = "text",
) -> int:
    """Explain what a finding means: why it matters, an example that is wrong, and one that is right.

    Without a code: all codes, each with its first sentence.
    """
    session: Session = ctx.obj
    one_of("--format", format_, FORMATS)
    page = _page(code) if code else None
    if format_ == "markdown":
        _print_markdown(session, page)
    elif page is None:
        _print_list(session)
    else:
        _print_page(session, page)
    return FINE


def _page(code: str) -> Page:
    """The page of a code, also as a finding shows it.  Raises Stop when there is none."""
    from elzctl.faults.values import suggest
    from elzctl.views.pages import CODES, PAGES

    wanted = code.strip("[] ").lower().replace("_", "-")
    if wanted in CODES:
        return PAGES[CODES.index(wanted)]
    message = say("There is no code “{code}”", code=code[:80])
    raise Stop(message, suggest(wanted, CODES) or say("All codes: elzctl explain"))


def _print_page(session: Session, page: Page) -> None:
    from elzctl.render.pages_text import page_text

    width, paint = look()
    session.print(page_text(page, session.language.pages(), min(width or WIDEST, WIDEST), paint))


def _print_list(session: Session) -> None:
    from elzctl.render.pages_text import list_text
    from elzctl.views.pages import PAGES

    width, paint = look()
    for line in list_text(PAGES, session.language, width, paint):
        session.print(line)
    if width is not None:
        session.say(say("The page of one: elzctl explain CODE"))


def _print_markdown(session: Session, page: Page | None) -> None:
    from elzctl.render.pages_text import markdown, page_markdown
    from elzctl.views.pages import PAGES

    if page is None:
        text = markdown(PAGES, session.language)
    else:
        text = page_markdown(page, session.language.pages(), f"# {page.code}")
    session.print(text.rstrip())
