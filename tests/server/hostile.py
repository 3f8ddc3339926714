"""Requests that nobody in good faith sends."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

FORM = "application/x-www-form-urlencoded"
_HEAD = "POST /v2/check HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
Make = Callable[[random.Random], bytes]


def post(body: bytes, content_type: str = FORM, more: str = "", length: int | None = None) -> bytes:
    """A request to check, whatever it says of its body."""
    size = len(body) if length is None else length
    return f"{_HEAD}Content-Type: {content_type}\r\nContent-Length: {size}\r\n{more}\r\n".encode("latin-1") + body


def _noise(chance: random.Random, most: int = 3000) -> bytes:
    return chance.randbytes(chance.randrange(1, most))


def _parts(chance: random.Random) -> bytes:
    """A form in parts that are cut off."""
    body = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n' + _noise(chance)
    return post(body, "multipart/form-data; boundary=x")


def _json(chance: random.Random) -> bytes:
    depth = chance.randrange(1000, 200_000)
    return post(b"language=sv&data=" + chance.choice([b"[", b'{"annotation":[', b'{"a":']) * depth)


KINDS: dict[str, Make] = {
    "noise": lambda chance: _noise(chance) + b"\r\n\r\n",
    "noise in a form": lambda chance: post(b"language=sv&text=\xff" + _noise(chance)),
    "broken percent signs": lambda chance: post(b"language=sv&text=%ff%fe%" + b"%f0" * chance.randrange(1, 500)),
    "no text": lambda chance: post(b"language=sv&" + b"a=1&" * chance.randrange(1, 100)),
    "many fields": lambda chance: post(b"a=1&" * chance.randrange(1000, 5000)),
    "a form in broken parts": _parts,
    "a form in parts without a border": lambda chance: post(_noise(chance), "multipart/form-data"),
    "deep JSON": _json,
    "a number without end": lambda chance: post(b'language=sv&data={"text":' + b"9" * chance.randrange(5000, 9000)),
    "an unknown charset": lambda chance: post(b"language=sv&text=a", f"{FORM}; charset=x-{chance.random()}"),
    "a charset that is none": lambda chance: post(b"language=sv&text=a", f"{FORM}; charset=rot13"),
    "UTF-16": lambda chance: post("language=sv&text=a".encode("utf-16"), f"{FORM}; charset=utf-16"),
    "a bomb": lambda chance: post(_noise(chance), more="Content-Encoding: gzip\r\n"),
    "100 MB": lambda chance: post(b"text=" + bytes(20_000_000), length=100_000_000),
    "a length below zero": lambda chance: post(b"a", length=-chance.randrange(1, 99)),
    "two lengths": lambda chance: post(b"a", more=f"Content-Length: {chance.randrange(2, 99)}\r\n"),
    "a chunk of no size": lambda chance: f"{_HEAD}Transfer-Encoding: chunked\r\n\r\nzz{chance.random()}\r\n".encode(),
    "a head without end": lambda chance: f"{_HEAD}X: ".encode() + b"a" * chance.randrange(70_000, 200_000),
    "another language": lambda chance: post(b"text=a&language=" + bytes(chance.choices(b"abcxyz", k=5))),
    "JSON for a form": lambda chance: post(b'{"text": "a"}', "application/json"),
    "an address that is none": lambda chance: (
        f"GET {chance.random()} HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n".encode()
    ),
}
SLOW: dict[str, bytes] = {
    "nothing at all": b"",
    "half a head": b"POST /v2/check HTTP/1.1\r\nHost: 127.0",
    "half a body": post(b"language=sv&text=a", length=1000),
    "half a body by GET": post(b"language=sv&text=a", length=1000).replace(b"POST", b"GET", 1),
}


def requests(count: int, seed: int = 1) -> Iterator[tuple[str, bytes]]:
    """So many of them, of all kinds by turns: the kind's name and what is sent."""
    chance = random.Random(seed)
    names = list(KINDS)
    for number in range(count):
        name = names[number % len(names)]
        yield name, KINDS[name](chance)
