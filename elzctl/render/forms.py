"""The configuration of Sveltia CMS: which files have a form, their fields, and the repository that they are in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import yaml

from elzctl.ids import LONGEST_NEW
from elzctl.model import Plan
from elzctl.record import NamedTuple
from elzctl.render.forms_fields import ID_PATTERN, Form, Maker
from elzctl.render.forms_words import BODY, MINUTES, label
from elzctl.render.json_schema import FILES, json_schemas
from elzctl.terms import ForgeKind
from elzctl.wording import Language, say

_BACKENDS: Mapping[ForgeKind, str] = {
    ForgeKind.GITHUB: "github",
    ForgeKind.GITLAB: "gitlab",
    ForgeKind.FORGEJO: "gitea",
}
PROPOSING = (ForgeKind.GITHUB, ForgeKind.GITLAB)
"""The forges on which Sveltia CMS can make a proposal of a change."""

FOLDER, PICTURES = "admin", "meetings/attachments"


class Repository(NamedTuple):
    """Where the forms save: the forge, the branch, and how one signs in.

    *sign_in* is the address of a server that signs in to GitHub, *app* the id of an application that GitLab or Forgejo
    knows; without them one signs in with a token.  *proposals* makes each change a proposal, *outsiders* lets those
    who may not write propose from a copy of their own.
    """

    url: str
    branch: str
    kind: ForgeKind
    proposals: bool
    outsiders: bool = False
    sign_in: str = ""
    app: str = ""

    @property
    def host(self) -> str:
        """The host, with its port."""
        return urlsplit(self.url).netloc

    @property
    def name(self) -> str:
        """Owner and name."""
        return urlsplit(self.url).path.strip("/").removesuffix(".git")

    @property
    def api(self) -> str:
        """The address of the interface for programs."""
        if self.kind is ForgeKind.GITHUB:
            return "https://api.github.com" if self.host == "github.com" else f"https://{self.host}/api/v3"
        return f"https://{self.host}/api/{'v4' if self.kind is ForgeKind.GITLAB else 'v1'}"


def forms_config(plan: Plan, repository: Repository, starts: Mapping[str, str], language: Language) -> dict[str, Any]:
    """The configuration as data.  *starts* are the texts that new files begin with, by the name of their schema."""
    made = _Forms(plan, starts, language)
    return {
        "backend": _backend(repository, language),
        "publish_mode": "editorial_workflow" if repository.proposals else "simple",
        "media_folder": PICTURES,
        "public_folder": f"/{PICTURES}",
        "app_title": plan.settings.title or language(say("Action plan")),
        "show_preview_links": False,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "maxlength": LONGEST_NEW},
        "output": {"omit_empty_optional_fields": True},
        "collections": [made.actions(), made.meetings(), made.texts(), made.settings()],
    }


def config_text(config: Mapping[str, Any], about: str) -> str:
    """The configuration as YAML, with *about* in comments at the top."""
    lines = "".join(f"# {line}\n" for line in about.splitlines())
    return lines + yaml.dump(config, allow_unicode=True, sort_keys=False, width=10_000, Dumper=_Dumper)


class _Dumper(yaml.SafeDumper):
    """Puts the items of a list further to the right than its key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> Any:
        return super().increase_indent(flow, False)


def _backend(repository: Repository, language: Language) -> Form:
    kind = repository.kind
    by_name = say("Change {what}", what="{{collection}} “{{slug}}”")
    made: Form = {
        "name": _BACKENDS[kind],
        "repo": repository.name,
        "branch": repository.branch,
        "api_root": repository.api,
        "auth_methods": ["oauth", "token"] if repository.sign_in or repository.app else ["token"],
        "commit_messages": {
            "create": language(say("Add {what}", what="{{collection}} “{{slug}}”")),
            "update": language(by_name),
            "uploadMedia": language(say("Add {what}", what="“{{path}}”")),
        },
    }
    if kind is not ForgeKind.GITHUB:
        made["base_url"] = f"https://{repository.host}"
    elif repository.sign_in:
        made["base_url"] = repository.sign_in
    if repository.app:
        made["app_id"] = repository.app
        if kind is ForgeKind.GITLAB:
            made["auth_type"] = "pkce"
    if repository.outsiders:
        made["open_authoring"] = True
    return made


class _Forms:
    """The collections of a plan."""

    def __init__(self, plan: Plan, starts: Mapping[str, str], language: Language) -> None:
        self._plan = plan
        self._starts = starts
        self._say = language
        self._maker = Maker(plan, language)
        self._schemas = json_schemas(language)

    def actions(self) -> Form:
        """The fiches, by goal."""
        return {
            **self._folder("action", "actions", say("Actions"), say("Action"), "plan/actions", "checklist"),
            "summary": "{{number}} {{title}}",
            "sortable_fields": {"fields": ["number", "title", "status", "due"], "default": {"field": "number"}},
            "view_groups": [
                {"name": "goal", "label": self._label("goals"), "field": "number", "pattern": r"^\d+\.\d+"},
                {"name": "status", "label": self._label("status"), "field": "status"},
            ],
            "create": True,
        }

    def meetings(self) -> Form:
        """Invitations and minutes; a new one comes of ``elzctl new-meeting``, which works out its agenda."""
        return {
            **self._folder("meeting", "meetings", say("Meetings"), say("Meeting"), "meetings", "groups"),
            "summary": "{{date}} {{title}}",
            "sortable_fields": {
                "fields": ["date", "title", "state"],
                "default": {"field": "date", "direction": "descending"},
            },
            "view_groups": [{"name": "series", "label": self._label("series"), "field": "series"}],
            "create": False,
        }

    def texts(self) -> Form:
        """The running chapters."""
        folder = self._folder("chapter", "texts", say("Chapters"), say("Chapter"), "plan/texts", "article")
        return {**folder, "create": True}

    def settings(self) -> Form:
        """The files that there is one of."""
        files = (
            ("plan", say("The plan itself"), "plan/plan.yaml"),
            ("goals", say("Goals"), "plan/goals.yaml"),
            ("actors", say("Actors"), "plan/actors.yaml"),
            ("series", say("Series of meetings"), "meetings/series.yaml"),
        )
        made = [
            {
                "name": name,
                "label": self._say(title),
                "file": path,
                "format": f"elz-{name}",
                "fields": self._fields(name),
            }
            for name, title, path in files
        ]
        return {"name": "settings", "label": self._say(say("Settings of the plan")), "icon": "tune", "files": made}

    def _label(self, key: str) -> str:
        return label(self._say, key)

    def _folder(self, schema: str, name: str, many: Any, one: Any, folder: str, icon: str) -> Form:
        hint = say("A new file gets this name, and keeps it: small letters, digits and hyphens.")
        return {
            "name": name,
            "label": self._say(many),
            "label_singular": self._say(one),
            "icon": icon,
            "folder": folder,
            "format": f"elz-{schema}",
            # The page that explains a folder has no title.
            "filter": {"field": "title", "pattern": "^(?!null$)"},
            "slug": {
                "template": "{{title}}",
                "editable": ["create"],
                "hint": self._say(hint),
                "pattern": [ID_PATTERN, self._say(hint)],
            },
            "delete": False,
            "duplicate": False,
            "fields": [*self._fields(schema), self._body(schema)],
        }

    def _fields(self, schema: str) -> list[Form]:
        return self._maker.fields(schema, FILES[schema][1], self._schemas[schema])

    def _body(self, schema: str) -> Form:
        start = self._starts.get(schema, "")
        return {
            "name": "body",
            "label": self._label(""),
            "widget": "text",
            "hint": self._say(MINUTES if schema == "meeting" else BODY),
            "required": False,
            "use_emoji_autocomplete": False,
            **({"default": start} if start else {}),
        }
