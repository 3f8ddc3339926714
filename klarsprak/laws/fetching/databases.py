"""The two databases of law: how they are asked for an act, and for those that are new or changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Protocol
from urllib.parse import quote

from klarsprak.laws.fetching.client import Client, FetchError

_SEARCH = "/elasticsearch/SearchEsByRawJson"
_PAGE = 50
"""Acts in an answer of Regeringskansliet's: each is whole."""
_MOST_PAGES = 2_000
_LIST_PAGE = 100


class Database(Protocol):
    """A database of law, at an address or a mirror's."""

    def act(self, number: str, client: Client, since: float | None) -> bytes | None:
        """What the database answers of an act, None where it hasn't changed since; raises ``FetchError``."""

    def changed(self, since: date, client: Client) -> Iterator[str]:
        """The numbers of the acts that are new or changed since that day; raises ``FetchError``."""


class Government:
    """Regeringskansliet's, which is searched; an answer has the whole act, and says nothing of when it changed."""

    address = "https://beta.rkrattsbaser.gov.se"

    def act(self, number: str, client: Client, since: float | None) -> bytes | None:
        """The act as the database keeps it; raises ``FetchError`` where it has none of that number."""
        must = [{"term": {"beteckning.keyword": number}}, {"term": {"publicerad": True}}]
        for hit in _search({"query": {"bool": {"must": must}}, "size": 1}, client):
            found = hit.get("_source")
            if isinstance(found, dict) and found.get("beteckning") == number:
                return json.dumps(found, ensure_ascii=False).encode()
        raise FetchError("servern har den inte")

    def changed(self, since: date, client: Client) -> Iterator[str]:
        """The numbers of the acts whose entries are of that day or later."""
        must = [{"term": {"publicerad": True}}, {"range": {"uppdateradDateTime": {"gte": since.isoformat()}}}]
        question: dict[str, Any] = {
            "query": {"bool": {"must": must}},
            "sort": [{"grundforfattningId": "asc"}],
            "_source": ["beteckning"],
            "size": _PAGE,
        }
        for _ in range(_MOST_PAGES):
            hits = _search(question, client)
            for hit in hits:
                number = (hit.get("_source") or {}).get("beteckning")
                if isinstance(number, str):
                    yield number
            if len(hits) < _PAGE:
                return
            question["search_after"] = hits[-1].get("sort")


def _search(question: dict[str, Any], client: Client) -> list[dict[str, Any]]:
    """The hits of a search; raises ``FetchError`` for an answer that has none."""
    asked = {"searchIndexes": ["Sfs"], "api": "search", "json": question}
    answer = _parse(client.post(_SEARCH, json.dumps(asked).encode()))
    hits = answer.get("hits")
    hits = hits.get("hits") if isinstance(hits, dict) else None
    if not isinstance(hits, list):
        raise FetchError("svaret är inte det som databasen brukar ge")
    return [hit for hit in hits if isinstance(hit, dict)]


class Parliament:
    """Riksdagen's open data, where each act has an address."""

    address = "https://data.riksdagen.se"

    def act(self, number: str, client: Client, since: float | None) -> bytes | None:
        """The act's JSON, None where it hasn't changed."""
        return client.get(f"/dokument/sfs-{quote(number.replace(':', '-'))}.json", since)

    def changed(self, since: date, client: Client) -> Iterator[str]:
        """The numbers of the acts whose entries in the list of all acts are of that day or later."""
        page, last = 1, 1
        while page <= min(last, _MOST_PAGES):
            path = f"/dokumentlista/?doktyp=SFS&utformat=json&sz={_LIST_PAGE}&p={page}"
            found = _parse(client.get(path) or b"").get("dokumentlista")
            if not isinstance(found, dict):
                raise FetchError("svaret är inte det som databasen brukar ge")
            pages = str(found.get("@sidor") or "1")
            last = int(pages) if pages.isdigit() else 1
            for entry in found.get("dokument") or []:
                if isinstance(entry, dict) and str(entry.get("systemdatum") or "")[:10] >= since.isoformat():
                    yield str(entry.get("beteckning"))
            page += 1


def _parse(answer: bytes) -> dict[str, Any]:
    """The object that an answer in JSON holds; raises ``FetchError`` for another one, as for a page of HTML."""
    try:
        found = json.loads(answer)
    except (ValueError, RecursionError):
        raise FetchError("svaret är ingen JSON") from None
    if not isinstance(found, dict):
        raise FetchError("svaret är inte det som databasen brukar ge")
    return found


DATABASES: dict[str, Government | Parliament] = {"regeringskansliet": Government(), "riksdagen": Parliament()}
