"""The options of ``elzctl forms``: those that are given, those that were given before, and what they amount to."""

from __future__ import annotations

import json
import re
from typing import Any

from elzctl.cli.session import Stop, one_of
from elzctl.kinds import Formed
from elzctl.model import Forge, Plan
from elzctl.record import NamedTuple
from elzctl.render.forge import guessed
from elzctl.render.forms import PROPOSING, Repository
from elzctl.render.forms_page import TRIED, Edition
from elzctl.terms import ForgeKind
from elzctl.wording import Message, say

FORGES = {kind.value: kind for kind in ForgeKind} | {"gitea": ForgeKind.FORGEJO}

_MARK = "elzctl forms "
_HASH, _VERSION, _APP = r"sha384-[A-Za-z0-9+/]{64}", r"[0-9][0-9A-Za-z.+-]{0,40}", r"[A-Za-z0-9_.-]{1,100}"


class Options(NamedTuple):
    """What was typed, now or an earlier time; ``""`` and ``None`` stand for what was not."""

    repo: str = ""
    branch: str = ""
    forge: str = ""
    direct: bool | None = None
    outsiders: bool | None = None
    sign_in: str = ""
    app: str = ""
    version: str = ""
    integrity: str = ""

    def or_else(self, earlier: Options) -> Options:
        """These, and what was typed *earlier* where nothing is typed now."""
        return earlier._replace(**_given(self))

    def line(self) -> str:
        """One line of text that :func:`earlier` reads."""
        return _MARK + json.dumps(_given(self))

    @property
    def edition(self) -> Edition:
        """The edition of Sveltia CMS.  Raises Stop when what was noted is none."""
        if not self.integrity:
            return TRIED
        _fits("version", self.version, _VERSION, say("Give the folder of the package again, with --sveltia."))
        _fits("integrity", self.integrity, _HASH, say("Give the folder of the package again, with --sveltia."))
        return Edition(self.version, self.integrity)


def earlier(config: str) -> Options:
    """The options that a configuration was made with; none when it says nothing that can be understood."""
    line = next((line for line in config.splitlines() if line.startswith(f"# {_MARK}")), "")
    try:
        noted = json.loads(line.removeprefix(f"# {_MARK}") or "{}")
    except ValueError:
        return Options()
    if not isinstance(noted, dict):
        return Options()
    kinds = {name: bool if name in ("direct", "outsiders") else str for name in Options._fields}
    known: dict[str, Any] = {
        name: value for name, value in noted.items() if name in kinds and isinstance(value, kinds[name])
    }
    return Options()._replace(**known)


def repository(options: Options, plan: Plan) -> Repository:
    """Where the forms save.  Raises Stop when nobody said so, or what was said cannot be."""
    forge = plan.settings.forge or Forge()
    url = options.repo or forge.url
    if not url:
        hint = say("Write it in plan/plan.yaml, under “forge:”, or give --repo https://….")
        raise Stop(say("The forms have to know in which repository they save"), hint)
    _formed("--repo", url, "url")
    branch = options.branch or forge.branch
    _formed("--branch", branch, "branch")
    named = FORGES[one_of("--forge", options.forge, tuple(FORGES))] if options.forge else None
    kind = named or (None if options.repo and options.repo != forge.url else forge.kind) or guessed(url)
    address = say("Write the address of the server, such as https://sign-in.example.org.")
    _fits(
        "--sign-in",
        options.sign_in,
        r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._-]+)*",
        address,
    )
    _fits("--app", options.app, _APP, say("Write the id that the forge shows for the application."))
    _possible(options, kind)
    proposals = kind in PROPOSING and not options.direct
    return Repository(url, branch, kind, proposals, bool(options.outsiders), options.sign_in, options.app)


def _possible(options: Options, kind: ForgeKind) -> None:
    """Raises Stop for options that do not go together, or not with this forge."""
    if options.outsiders and (kind is not ForgeKind.GITHUB or options.direct):
        message = say("Those who may not write can only propose on GitHub, and not with --direct")
        raise Stop(message, say("Leave --outsiders out."))
    if options.sign_in and kind is not ForgeKind.GITHUB:
        raise Stop(say("--sign-in is for GitHub"), say("GitLab and Forgejo sign in with --app."))
    if options.app and kind is ForgeKind.GITHUB:
        raise Stop(say("--app is for GitLab and Forgejo"), say("GitHub signs in with --sign-in."))


def _formed(option: str, text: str, key: str) -> None:
    """Raises Stop when a text is not what the schema asks of that key of “forge”."""
    from elzctl.fields import SETTINGS

    forge: Any = SETTINGS.fields["forge"].kind
    kind: Formed = forge.fields[key].kind
    _fits(option, text, kind.pattern, kind.hint)


def _fits(option: str, text: str, pattern: str, hint: Message) -> None:
    if text and not re.fullmatch(pattern, text):
        raise Stop(say("“{text}” is not a value for {option}", text=text[:80], option=option), hint)


def _given(options: Options) -> dict[str, Any]:
    return {name: value for name, value in options._asdict().items() if value not in ("", None)}
