"""The unified manifest of Microsoft 365: one JSON for Outlook and Word.

The shape is that of https://developer.microsoft.com/json-schemas/teams/v1.22/MicrosoftTeams.schema.json.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

VERSION = "1.22"
_ACCENT = "#12466B"
"""The ground of the icon."""
_TIP = "Visar vad läsaren kan ha svårt för, varför, och vad du kan skriva i stället."
_BUTTON_SIZES = (16, 32, 80)


def manifest(
    *, identity: str, build: int, name: str, provider: str, description: str, url: str, command: str, send: str
) -> dict[str, Any]:
    """The manifest of the add-in at ``url`` whose button is called ``command``."""
    about = f"{url}/tillagg/common/om.html"
    return {
        "$schema": f"https://developer.microsoft.com/json-schemas/teams/v{VERSION}/MicrosoftTeams.schema.json",
        "manifestVersion": VERSION,
        "version": f"1.0.{build}",
        "id": identity,
        "localizationInfo": {"defaultLanguageTag": "sv-se"},
        "developer": {"name": provider, "websiteUrl": url, "privacyUrl": about, "termsOfUseUrl": about},
        "name": {"short": name, "full": name},
        "description": {"short": "Granskar att läsaren förstår det du skriver.", "full": description},
        "icons": {"outline": "outline.png", "color": "color.png"},
        "accentColor": _ACCENT,
        "validDomains": [urlsplit(url).netloc],
        "authorization": {"permissions": {"resourceSpecific": _permissions()}},
        "extensions": [
            {
                "requirements": {"scopes": ["mail", "document"]},
                "runtimes": _runtimes(url),
                "ribbons": _ribbons(url, name, command),
                "autoRunEvents": [_events(send)],
            }
        ],
    }


def _permissions() -> list[dict[str, str]]:
    """Reads and writes the mail or the letter that is open, and nothing else."""
    return [{"name": f"{what}.ReadWrite.User", "type": "Delegated"} for what in ("MailboxItem", "Document")]


def _needs(host: str, name: str, version: str) -> dict[str, Any]:
    return {"scopes": [host], "capabilities": [{"name": name, "minVersion": version}]}


def _runtimes(url: str) -> list[dict[str, Any]]:
    """The panes, and the script that is run when a mail is sent."""
    launch = f"{url}/tillagg/outlook/launch"
    return [
        _pane("outlook", url, _needs("mail", "Mailbox", "1.3")),
        _pane("word", url, _needs("document", "WordApi", "1.3")),
        {
            "requirements": _needs("mail", "Mailbox", "1.12"),
            "id": "launchRuntime",
            "type": "general",
            "code": {"page": f"{launch}.html", "script": f"{launch}.js"},
            "lifetime": "short",
            "actions": [
                {"id": "onMessageSend", "type": "executeFunction"},
                {"id": "onMessageAttachmentsChanged", "type": "executeFunction"},
            ],
        },
    ]


def _pane(host: str, url: str, requirements: dict[str, Any]) -> dict[str, Any]:
    return {
        "requirements": requirements,
        "id": f"{host}Runtime",
        "type": "general",
        "code": {"page": f"{url}/tillagg/{host}/index.html"},
        "lifetime": "short",
        "actions": [{"id": f"{host}Pane", "type": "openPage", "view": "klarsprak"}],
    }


def _ribbons(url: str, name: str, command: str) -> list[dict[str, Any]]:
    """A button in each of the two."""
    in_outlook = _button(url, command, "outlookPane", "Granska mejlet")
    in_word = _button(url, "klarsprakWordButton", "wordPane", "Granska brevet")
    return [
        _ribbon("mail", "mailCompose", "TabDefault", name, in_outlook),
        _ribbon("document", "default", "TabReviewWord", name, in_word),
    ]


def _ribbon(host: str, context: str, tab: str, name: str, button: dict[str, Any]) -> dict[str, Any]:
    group = {"id": f"{host}Group", "label": name, "icons": button["icons"], "controls": [button]}
    return {
        "requirements": {"scopes": [host]},
        "contexts": [context],
        "tabs": [{"builtInTabId": tab, "groups": [group]}],
    }


def _button(url: str, identity: str, action: str, label: str) -> dict[str, Any]:
    return {
        "id": identity,
        "type": "button",
        "label": label,
        "icons": [{"size": size, "url": f"{url}/tillagg/ikoner/icon-{size}.png"} for size in _BUTTON_SIZES],
        "supertip": {"title": label, "description": _TIP},
        "actionId": action,
    }


def _events(send: str) -> dict[str, Any]:
    """What wakes the script."""
    return {
        "requirements": _needs("mail", "Mailbox", "1.12"),
        "events": [
            {"type": "messageSending", "actionId": "onMessageSend", "options": {"sendMode": send}},
            {"type": "messageAttachmentsChanged", "actionId": "onMessageAttachmentsChanged"},
        ],
    }
