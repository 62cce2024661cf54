"""Writes what a proposal changes under it, as one comment that is brought up to date: ``python comment.py --forge NAME``.

It runs with the right to write comments, and so from the main branch alone, without installing or running anything of a
proposal.  On GitHub the text was made by the check of the proposal: it comes as an artifact, and is taken for a text of a
stranger.  GitLab and Forgejo have no such second step, so there a schedule starts this, and it makes the text itself, with
the elzctl of the main branch, of what Git holds of each open proposal; those programs do not get the token.  A proposal of
which that or the comment does not succeed is told, the others get theirs, and the exit code is 1.

Settings come from the environment, see FORGES.  Nothing is taken from the artifact but its text: which proposal it is
about, the event says.
"""

import argparse
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

MARKER = "<!-- elzctl diff -->"
LARGEST, LARGEST_ANSWER = 200_000, 8_000_000
"""Bytes of a text, and of an answer of the forge."""
LONGEST = 64_000
"""Bytes of a comment, its first lines not counted; the strictest forge takes 65,536.  What elzctl and check.py write stays
under it: only the text of a stranger is ever cut here."""
PATIENCE = 30
PAGES, PER_PAGE = 20, 50
JOINER = "\u200d"

# elzctl writes all of these with a sign before or behind that makes them plain text; whatever else they stand in becomes
# plain too.  What elzctl wrote stays as it is, also the one thing that it folds away.
PLAIN = (
    (re.compile(r"&(?!(?:amp|lt|gt);)"), "&amp;"),
    (re.compile(r"<(?!details><summary>|(?<=<details><)summary>|/summary>\n|/details>(?:\n|\Z))"), "&lt;"),
    (re.compile(r"([@#!$%^]|(?<!~)~)(?=[^\s#*~`" + JOINER + r"\\])"), r"\1" + JOINER),
    (re.compile(r"\](?=[(\[:])"), "]" + JOINER),
    (re.compile(r":(?=//)"), ":" + JOINER),
    (re.compile(r"\b(www|GH)(?=[.-])", re.IGNORECASE), r"\1" + JOINER),
    (re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"), ""),
)


class Trouble(Exception):
    """It cannot be done; the text says why."""


class Forge(NamedTuple):
    """How a kind of forge is spoken to: header of the token, paths, the author's key, the login of its own robot."""

    header: tuple[str, str]
    pulls: str
    comments: str
    comment: str
    change: str
    author: tuple[str, str]
    number: str
    ref: str
    robot: str


FORGES = {
    "github": Forge(
        header=("Authorization", "Bearer {token}"),
        pulls="/repos/{repository}/pulls?state=open",
        comments="/repos/{repository}/issues/{number}/comments",
        comment="/repos/{repository}/issues/comments/{id}",
        change="PATCH",
        author=("user", "login"),
        number="number",
        ref="refs/pull/{number}/head",
        robot="github-actions[bot]",
    ),
    "forgejo": Forge(
        header=("Authorization", "token {token}"),
        pulls="/repos/{repository}/pulls?state=open",
        comments="/repos/{repository}/issues/{number}/comments",
        comment="/repos/{repository}/issues/comments/{id}",
        change="PATCH",
        author=("user", "login"),
        number="number",
        ref="refs/pull/{number}/head",
        robot="forgejo-actions",
    ),
    "gitlab": Forge(
        header=("PRIVATE-TOKEN", "{token}"),
        pulls="/projects/{repository}/merge_requests?state=opened",
        comments="/projects/{repository}/merge_requests/{number}/notes",
        comment="/projects/{repository}/merge_requests/{number}/notes/{id}",
        change="PUT",
        author=("author", "username"),
        number="iid",
        ref="refs/merge-requests/{number}/head",
        robot="",
    ),
}
"""By name.  ELZCTL_API, ELZCTL_REPOSITORY (GitLab: the number of the project) and ELZCTL_TOKEN say where and as who;
ELZCTL_ROBOT is the login that writes, where it is another; ELZCTL_PREVIEW the address of the documents, with {number}.
GitHub: ELZCTL_RUN, ELZCTL_HEAD (the commit), ELZCTL_OWNER and ELZCTL_BRANCH, all of the event."""


def main() -> int:
    """Brings the comments up to date, and says which."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--forge", choices=FORGES, required=True)
    asked = parser.parse_args()
    try:
        server = Server(FORGES[asked.forge], os.environ)
        texts = from_artifact(server, os.environ) if asked.forge == "github" else from_git(server)
        failed = [number for number, text in texts if not commented(server, number, text)]
    except Trouble as trouble:
        print(f"comment.py: {trouble}", file=sys.stderr)
        return 1
    return 1 if failed else 0


def commented(server: "Server", number: int, text: str) -> bool:
    """Whether a proposal has its comment; what came of it is printed.  One that is locked takes none."""
    try:
        done = server.say(number, body(text, os.environ.get("ELZCTL_PREVIEW", ""), number))
    except Trouble as trouble:
        print(f"{number}: niet gelukt, {trouble}", flush=True)
        return False
    print(f"{number}: {done}", flush=True)
    return True


# The text


def body(text: str, preview: str, number: int) -> str:
    """The comment: the marker, where the documents are, and the text with nothing active in it."""
    head = f"{MARKER}\n\n"
    if preview:
        head += f"[Het document met deze wijziging]({preview.replace('{number}', str(number))})\n\n"
    plain = inert(text.removeprefix(MARKER).strip())
    cut = plain.encode()[:LONGEST].decode("utf-8", "ignore")
    return head + (plain if cut == plain else f"{cut.rpartition(chr(10))[0]}\n\n…") + "\n"


def inert(text: str) -> str:
    """The same text, in which nobody is notified, nothing linked, closed or shown from elsewhere, and no HTML stands."""
    for pattern, put in PLAIN:
        text = pattern.sub(put, text)
    return text


def from_artifact(server: "Server", settings: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """The proposal that the event is about, and the text that its check made; nothing when it went on meanwhile."""
    run, head = need(settings, "ELZCTL_RUN"), need(settings, "ELZCTL_HEAD")
    branch = quote(f"{need(settings, 'ELZCTL_OWNER')}:{need(settings, 'ELZCTL_BRANCH')}", safe="")
    numbers = [
        int(one["number"])
        for one in server.pages(f"/repos/{server.repository}/pulls?state=open&head={branch}")
        if one["head"]["sha"] == head and one["base"]["repo"]["full_name"] == server.repository
    ]
    if not numbers:
        print("Geen open voorstel meer met deze wijzigingen.")
        return
    found = server.get(f"/repos/{server.repository}/actions/runs/{int(run)}/artifacts?name=comment")["artifacts"]
    if len(found) != 1 or not 0 < int(found[0]["size_in_bytes"]) <= LARGEST:
        raise Trouble("de controle liet geen tekst na, of een te grote")
    packed = server.read(f"/repos/{server.repository}/actions/artifacts/{int(found[0]['id'])}/zip", LARGEST)
    for number in numbers:
        yield number, unpacked(packed)


def unpacked(packed: bytes) -> str:
    """The one text in an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open("comment.md") as file:
            raw = file.read(LARGEST + 1)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError, OSError, EOFError, ValueError) as fault:
        raise Trouble(f"de tekst van de controle is onleesbaar ({type(fault).__name__})") from None
    if len(raw) > LARGEST:
        raise Trouble("de tekst van de controle is te groot")
    return raw.decode("utf-8", "replace")


def from_git(server: "Server") -> Iterator[tuple[int, str]]:
    """Each open proposal, and what it changes; read from Git, never checked out."""
    # Beside this file, of the main branch; GitHub needs none of it here.
    sys.dont_write_bytecode = True
    from beside import written

    for one in server.pages(server.forge.pulls.format(repository=server.repository)):
        number = int(one[server.forge.number])
        person, key = server.forge.author
        text = written(server.forge.ref.format(number=number), str((one.get(person) or {}).get(key, "")))
        if text:
            yield number, text
        else:
            print(f"{number}: niet te lezen, overgeslagen")


# The forge


class SameHost(HTTPRedirectHandler):
    """Follows a redirection to another host without the token."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        """The next request."""
        made = super().redirect_request(req, fp, code, msg, headers, newurl)
        if made is not None and urlsplit(newurl)[:2] != urlsplit(req.full_url)[:2]:
            made.headers = {
                name: value for name, value in made.headers.items() if name.lower() in ("user-agent", "accept")
            }
        return made


class Server:
    """One repository on a forge."""

    def __init__(self, forge: Forge, settings: Mapping[str, str]) -> None:
        """Raises Trouble when a setting is missing."""
        self.forge = forge
        self.api = need(settings, "ELZCTL_API").rstrip("/")
        self.repository = need(settings, "ELZCTL_REPOSITORY")
        name, value = forge.header
        self.headers = {name: value.format(token=need(settings, "ELZCTL_TOKEN")), "Accept": "application/json"}
        self.opener = build_opener(SameHost())
        self.robot = settings.get("ELZCTL_ROBOT") or forge.robot or str(self.get("/user")["username"])

    def say(self, number: int, text: str) -> str:
        """Writes the comment, or the text of the one that is there already; says which of the two, or neither."""
        where = {"repository": self.repository, "number": number}
        person, key = self.forge.author
        for one in self.pages(self.forge.comments.format(**where)):
            if one[person][key] == self.robot and one["body"].startswith(MARKER):
                if one["body"].strip() == text.strip():
                    return "onveranderd"
                self.send(self.forge.change, self.forge.comment.format(**where, id=int(one["id"])), text)
                return "bijgewerkt"
        self.send("POST", self.forge.comments.format(**where), text)
        return "geschreven"

    def get(self, path: str) -> Any:
        """What the forge answers, as data."""
        return json.loads(self.read(path, LARGEST_ANSWER))

    def pages(self, path: str) -> Iterator[Any]:
        """All of a list, page after page; a forge that gives all at once is asked once."""
        seen: set[int] = set()
        for page in range(1, PAGES + 1):
            words = urlencode({"per_page": PER_PAGE, "limit": PER_PAGE, "page": page})
            rows = self.get(f"{path}{'&' if '?' in path else '?'}{words}")
            fresh = [row for row in rows if row["id"] not in seen]
            yield from fresh
            seen.update(row["id"] for row in fresh)
            if len(rows) < PER_PAGE or not fresh:
                return

    def send(self, method: str, path: str, text: str) -> None:
        """Hands in a text."""
        data = json.dumps({"body": text}).encode()
        headers = {**self.headers, "Content-Type": "application/json"}
        self._answer(Request(self.api + path, data, headers, method=method), LARGEST_ANSWER)

    def read(self, path: str, most: int) -> bytes:
        """What the forge answers, and no more of it than is allowed.  Raises Trouble."""
        return self._answer(Request(self.api + path, headers=self.headers), most)

    def _answer(self, request: Request, most: int) -> bytes:
        try:
            with self.opener.open(request, timeout=PATIENCE) as answer:
                found: bytes = answer.read(most + 1)
        except HTTPError as fault:
            raise Trouble(f"{request.get_method()} {urlsplit(request.full_url).path}: antwoord {fault.code}") from None
        except (URLError, OSError) as fault:
            raise Trouble(
                f"{urlsplit(request.full_url).hostname} is niet te bereiken ({type(fault).__name__})"
            ) from None
        if len(found) > most:
            raise Trouble("het antwoord is te groot")
        return found


def need(settings: Mapping[str, str], name: str) -> str:
    """A setting.  Raises Trouble when it is not there."""
    value = settings.get(name, "")
    if not value:
        raise Trouble(f"{name} is niet ingesteld")
    return value


if __name__ == "__main__":
    sys.exit(main())
