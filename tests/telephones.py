"""Telephones of a class, as a test holds them: each asks a server for its page, keeps its cookie, and votes."""

import re
from dataclasses import dataclass, field
from html import unescape
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit


@dataclass
class Answer:
    """What a server answered."""

    status: int
    text: str
    headers: dict[str, str]

    @property
    def said(self) -> str:
        """What the page says of the vote."""
        found = re.search(r'role="(?:status|alert)">([^<]*)', self.text)
        return unescape(found[1]) if found else self.text

    @property
    def vote(self) -> str:
        """The name of the vote that is open; empty where none is."""
        found = re.search(r'name="vote" value="([^"]*)"', self.text)
        return unescape(found[1]) if found else ""

    @property
    def options(self) -> list[str]:
        """The ids of the options between which it is."""
        return [unescape(each) for each in re.findall(r'name="option" value="([^"]*)"', self.text)]


@dataclass
class Telephone:
    """A telephone that was sent to an address with a code."""

    address: str
    code: str
    headers: dict[str, str] = field(default_factory=dict)

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> Answer:
        """The answer to one request."""
        connection = HTTPConnection(urlsplit(self.address).netloc, timeout=30)
        try:
            connection.request(method, path, body or None, {**self.headers, **headers})
            answer = connection.getresponse()
            return Answer(answer.status, answer.read().decode("utf-8"), dict(answer.getheaders()))
        finally:
            connection.close()

    def load(self) -> Answer:
        """The page, loaded or loaded again."""
        answer = self.ask("GET", f"/{self.code}")
        if "Set-Cookie" in answer.headers:
            self.headers["Cookie"] = answer.headers["Set-Cookie"].partition(";")[0]
        return answer

    def send(self, vote: str, option: str, **headers: str) -> Answer:
        """The answer to a vote."""
        form = {"Content-Type": "application/x-www-form-urlencoded"}
        return self.ask("POST", f"/{self.code}/vote", urlencode({"vote": vote, "option": option}), **form, **headers)
