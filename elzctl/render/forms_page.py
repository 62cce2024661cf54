"""The page of the web forms, and the script in it that reads and writes the files of a plan."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha384
from html import escape
from importlib.resources import files

from elzctl.record import NamedTuple
from elzctl.render.forms import Repository
from elzctl.render.forms_shape import PAGES, shapes
from elzctl.terms import ForgeKind
from elzctl.wording import Language, say

SCRIPT, WORDS, OWN = "sveltia-cms.js", "nl.json", "forms.js"
"""Sveltia CMS and its Dutch words, and elzctl's own part."""


FONTS: Mapping[str, tuple[str, str]] = {
    "material-symbols-outlined": ("Material Symbols Outlined", "400"),
    "source-sans-3": ("Source Sans 3", "200 900"),
    "noto-mono": ("Noto Mono", "400"),
}
"""The fonts of Sveltia CMS by the beginning of their files, each with family and weights: the first holds its signs."""


SOURCES = ("forms_texts.js", "forms_yaml.js", "forms_values.js", "forms_files.js")
"""The script that reads and writes files, in the order in which its parts use each other."""


class Edition(NamedTuple):
    """One edition of Sveltia CMS: its version, and the hash of its script as browsers check it."""

    version: str
    integrity: str


TRIED = Edition("0.221.1", "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6")
"""The edition that elzctl was tried with."""

_PICTURES: Mapping[ForgeKind, str] = {ForgeKind.GITHUB: " https://avatars.githubusercontent.com"}

_PAGE = """\
<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
</head>
<body>
<p id="elz-missing" hidden>{missing}</p>
<script src="{own}" integrity="{own_hash}"></script>
<script src="{script}" integrity="{script_hash}"></script>
</body>
</html>
"""

_START = """
// Starts the forms, once Sveltia CMS is there.
window.CMS_MANUAL_INIT = true;

document.addEventListener('DOMContentLoaded', async () => {{
  if (!window.CMS) {{
    document.getElementById('elz-missing').hidden = false;
    return;
  }}
  for (const [name, shape] of Object.entries({shapes})) {{
    const isPage = {pages}.includes(name);
    window.CMS.registerCustomFormat(`elz-${{name}}`, isPage ? 'md' : 'yaml', elzFiles[isPage ? 'page' : 'data'](shape));
  }}
  // From beside this page, in the place of those that Sveltia CMS would ask from elsewhere.
  for (const [file, [family, weight]] of Object.entries({fonts})) {{
    document.fonts.add(new FontFace(family, `url(${{file}}.woff2)`, {{ weight, display: 'block' }}));
  }}
  try {{
    const isDutch = {is_dutch};
    const answer = isDutch && (await fetch('{words}'));
    if (answer && answer.ok) {{
      const words = {{ _locale: 'nl', _version: '{version}', ...(await answer.json()) }};
      localStorage.setItem('sveltia-cms.locale', JSON.stringify(words));
      if (!localStorage.getItem('sveltia-cms.prefs')) localStorage.setItem('sveltia-cms.prefs', '{{"locale":"nl"}}');
    }}
  }} catch {{
    // Without them the buttons are in English.
  }}
  window.CMS.init();
}});
"""


def integrity(data: bytes) -> str:
    """The hash of a script as browsers check it."""
    return f"sha384-{b64encode(sha384(data).digest()).decode()}"


def forms_script(edition: Edition, language: Language) -> bytes:
    """The part of elzctl itself: what reads and writes files, and what starts the forms."""
    from elzctl.render.strict_json import strict_json

    start = _START.format(
        shapes=strict_json(shapes()),
        fonts=strict_json(FONTS),
        pages=strict_json(list(PAGES)),
        is_dutch="true" if language.code == "nl" else "false",
        words=WORDS,
        version=edition.version,
    )
    return (_readers() + start).encode()


def forms_page(title: str, repository: Repository, edition: Edition, script: bytes, language: Language) -> bytes:
    """The page; *script* is elzctl's own part."""
    missing = say(
        "The forms cannot start: the file {name} (version {version}) is not beside this page, or is another edition.",
        name=SCRIPT,
        version=edition.version,
    )
    made = _PAGE.format(
        language=language.code,
        title=escape(title),
        policy=escape(_policy(repository)),
        missing=escape(language(missing)),
        own=OWN,
        own_hash=integrity(script),
        script=SCRIPT,
        script_hash=escape(edition.integrity),
    )
    return made.encode()


def _readers() -> str:
    """What reads and writes the files, before what uses it."""
    return "\n".join(files("elzctl.render").joinpath(name).read_text("utf-8") for name in SOURCES)


def _policy(repository: Repository) -> str:
    """What the page may do: run the two scripts, and speak with the forge alone."""
    forge = f"https://{repository.host}"
    places = dict.fromkeys((repository.api.partition("/api/")[0], forge))
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            f"connect-src 'self' blob: data: {' '.join(places)}",
            f"img-src 'self' blob: data: {forge}{_PICTURES.get(repository.kind, '')}",
            "font-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
