"""Debian's Postfix with the handbook's recipe, in a mount namespace: nothing of the machine's own is touched."""

from __future__ import annotations

import os
import re
import shutil
import signal
import smtplib
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.gate.mail.mails import children
from tests.waiting import wait_for

ROOT = Path(__file__).parents[3]
HANDBOOK = ROOT / "docs" / "handbok" / "e-post.md"
SENDER = "mirjam.ekeroth@ekvalla.example"
READER = "bo.ek@example.org"
OTHER = "eva.ek@example.org"
_USER = 64999
_APART = ["unshare", "--mount", "--pid", "--fork", "--mount-proc"]
"""Sees its own folders, and all its processes end with its first."""
_ACCOUNT = {
    "passwd": f"klarsprak:x:{_USER}:{_USER}::/nonexistent:/usr/sbin/nologin",
    "group": f"klarsprak:x:{_USER}:",
}
_MASTER = Path("/usr/share/postfix/master.cf.dist")
_MAIN = """\
compatibility_level = 3.6
myhostname = post.ekvalla.example
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
maillog_file = /dev/stdout
virtual_mailbox_domains = ekvalla.example, example.org
virtual_mailbox_base = {place}/mail
virtual_mailbox_maps = inline:{{ {{{sender}={sender}/}} {{{reader}={reader}/}} {{{other}={other}/}} }}
virtual_uid_maps = static:{user}
virtual_gid_maps = static:{user}
"""


def why_not() -> str:
    """Why Postfix can't run here, empty if it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "needs root on Linux"
    if not _MASTER.exists() or shutil.which("postfix", path="/usr/sbin:/sbin") is None:
        return "needs Debian's postfix"
    if subprocess.run([*_APART, "true"], capture_output=True, check=False).returncode:
        return "needs namespaces for mounts and processes"
    return ""


def recipe(file: str, page: Path = HANDBOOK) -> str:
    """The lines that a page of the handbook has for a file."""
    blocks = re.findall(r"^```text\n# (/[\w./]+)[^\n]*\n(.*?)^```$", page.read_text(encoding="utf-8"), re.M | re.S)
    lines = "".join(text for name, text in blocks if name == file)
    assert lines, f"the handbook has no lines for {file}"
    return lines


def recipe_of_gate() -> str:
    """The handbook's script."""
    script = re.search(r"^```sh\n(#!/bin/sh\n.*?)^```$", HANDBOOK.read_text(encoding="utf-8"), re.M | re.S)
    assert script, "the handbook has no script"
    return script[1]


class Postfix:
    """A Postfix with the recipe, and more ``options`` for the gate; everybody may enter the folder ``place``."""

    page = HANDBOOK

    def __init__(self, place: Path, port: int, options: str) -> None:
        self.place = place
        self.port = port
        self.choices = place / "opt" / "klarsprak" / "klarsprak.yml"
        self.program = place / "opt" / "klarsprak" / "bin" / "klarsprak"
        self.held = place / "srv" / "klarsprak" / "stoppade"
        self._log = place / "log"
        self._furnish(options)
        with self._log.open("wb") as log:
            self._process = subprocess.Popen([*_APART, "sh", "-ec", self._script()], stdout=log, stderr=log)
        self.wait_for(lambda: "daemon started" in self.log)

    def _master(self) -> str:
        """Our services, on ports of our own."""
        return recipe("/etc/postfix/master.cf", self.page).replace("2525 ", f"{self.port} ")

    def _furnish(self, options: str) -> None:
        for folder in (self.program.parent, self.held, self.place / "spool", self.place / "lib", self.place / "mail"):
            folder.mkdir(parents=True)
        shutil.chown(self.place / "lib", "postfix")
        for folder in (self.held, self.place / "mail"):
            os.chown(folder, _USER, _USER)
        self.program.symlink_to(Path(sys.executable).with_name("klarsprak"))
        script = self.place / "opt" / "klarsprak" / "grind"
        script.write_text(recipe_of_gate().replace("  --then", f"  {options} --then"), encoding="utf-8")
        script.chmod(0o755)
        self.choices.write_text("{}\n", encoding="utf-8")
        for name, line in _ACCOUNT.items():
            known = Path("/etc", name).read_text(encoding="utf-8")
            (self.place / name).write_text(f"{known}{line}\n", encoding="utf-8")
        etc = self.place / "etc"
        shutil.copytree("/etc/postfix", etc)
        main = _MAIN.format(place=self.place, user=_USER, sender=SENDER, reader=READER, other=OTHER)
        (etc / "main.cf").write_text(main + recipe("/etc/postfix/main.cf", self.page), encoding="utf-8")
        standard = re.sub(r"^smtp +inet .*\n", "", _MASTER.read_text(encoding="utf-8"), flags=re.M)
        (etc / "master.cf").write_text(standard + self._master(), encoding="utf-8")
        (etc / "bounce.cf").write_text(recipe("/etc/postfix/bounce.cf"), encoding="utf-8")

    def _script(self) -> str:
        """Put our folders in the place of the machine's, for this Postfix alone."""
        over = {"etc": "/etc/postfix", "spool": "/var/spool/postfix", "lib": "/var/lib/postfix", "opt": "/opt"}
        over |= {"srv": "/srv", "passwd": "/etc/passwd", "group": "/etc/group"}
        mounts = [f"mount --bind {self.place / ours} {theirs}" for ours, theirs in over.items()]
        return "\n".join([*self._opened(), *mounts, "exec postfix start-fg"])

    def _opened(self) -> list[str]:
        """Let another user than root come to Python and to the project, wherever they lie."""
        lines = []
        needed = {ROOT, Path(sys.prefix), Path(sys.base_prefix)}
        closed = {folder: path for path in needed if (folder := _closed(path))}
        for number, folder in enumerate(sorted(closed)):
            behind = self.place / f"behind{number}"
            lines += [
                f"mkdir {behind}",
                f"mount --bind {folder} {behind}",
                f"mount -t tmpfs -o mode=755 none {folder}",
            ]
            for path in sorted(path for path in needed if path.is_relative_to(folder)):
                for one in sorted(path.iterdir()) if path == folder else [path]:
                    kind = "mkdir -p" if one.is_dir() else f"mkdir -p {one.parent}; touch"
                    lines += [f"{kind} {one}", f"mount --bind {behind / one.relative_to(folder)} {one}"]
        return lines

    @property
    def log(self) -> str:
        """What Postfix has logged."""
        return self._log.read_text(encoding="utf-8", errors="replace")

    def wait_for(self, seen: Callable[[], object]) -> None:
        """Wait until it is so."""
        try:
            wait_for(seen, alive=lambda: self._process.poll() is None)
        except AssertionError as error:
            raise AssertionError(self.log) from error

    def send(self, data: bytes, *readers: str, sender: str = SENDER) -> str:
        """Hand in a mail; returns its name in the queue."""
        with smtplib.SMTP("127.0.0.1", self.port) as server:
            server.ehlo()
            server.mail(sender)
            for reader in readers or (READER,):
                assert server.rcpt(reader)[0] == 250
            code, answer = server.data(data.replace(b"\n", b"\r\n"))
        assert code == 250, answer
        return answer.decode().rpartition(" ")[2]

    def status(self, queued: str) -> str:
        """What became of a mail, once the log says so: ``sent``, ``bounced`` or ``deferred`` and the reason."""
        pattern = re.compile(rf"{queued}: to=.*status=(.*)")
        self.wait_for(lambda: pattern.search(self.log))
        return pattern.findall(self.log)[-1]

    def mailbox(self, owner: str, least: int = 1) -> list[bytes]:
        """The mails that have come to somebody, at least so many."""
        folder = self.place / "mail" / owner / "new"
        self.wait_for(lambda: len(list(folder.glob("*"))) >= least)
        return [path.read_bytes() for path in folder.glob("*")]

    def run(self, script: str) -> None:
        """Run some of Postfix's own commands."""
        inside = ["nsenter", f"--target={self._first()}", "--mount", "--pid", "sh", "-ec", script]
        subprocess.run(inside, capture_output=True, check=True)

    def offers(self, extension: str) -> bool:
        """Whether the port speaks an extension of SMTP."""
        with smtplib.SMTP("127.0.0.1", self.port) as server:
            server.ehlo()
            return server.has_extn(extension)

    def empty(self) -> None:
        """Take away all mails that have come or are kept."""
        for folder in [*(self.place / "mail").iterdir(), *self.held.iterdir()]:
            shutil.rmtree(folder)

    def _first(self) -> int:
        return children(self._process.pid)[0]

    def stop(self) -> None:
        """End it."""
        os.kill(self._first(), signal.SIGKILL)
        self._process.wait(30)


def _closed(path: Path) -> Path | None:
    """The first folder on the way to a path that only its owner may enter."""
    way = [*reversed(path.parents), path]
    return next((folder for folder in way if not folder.stat().st_mode & 0o001), None)
