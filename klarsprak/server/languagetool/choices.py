"""What a client wants to be told of."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from klarsprak.finding import Category, Finding, Level
from klarsprak.server.guard.refusal import RefusalError

CODES = ("sv", "sv-SE", "sv-FI")
AUTO = "auto"
_LEVELS = {"default": Level.WARNING, "picky": Level.INFO}
_YES = frozenset({"true", "yes"})
_NO_LANGUAGE = "Parametern language saknas, till exempel language=sv."
_NO_AUTO = "Parametern preferredVariants går bara med language=auto."
_WRONG_LEVEL = "Parametern level ska vara default eller picky."
_ONLY_AND_NOT = "Med enabledOnly=true går det inte att stänga av regler eller kategorier."
_ONLY_NONE = "Med enabledOnly=true behövs enabledRules eller enabledCategories."


@dataclass(frozen=True, slots=True)
class Choices:
    """Which findings a client wants, by the names of rules, packs and categories."""

    code: str
    level: Level
    enabled: Collection[str]
    disabled: Collection[str]
    only_enabled: bool

    def wants(self, finding: Finding) -> bool:
        """Whether the client is told of it.  A rule that is asked for by name is told of at any level."""
        names = names_of(finding)
        if not names.isdisjoint(self.enabled):
            return names.isdisjoint(self.disabled)
        return not self.only_enabled and finding.level >= self.level and names.isdisjoint(self.disabled)


def choices_of(parameters: Mapping[str, str]) -> Choices:
    """What the parameters say; raises ``RefusalError``.  Those that nobody knows are let by."""
    enabled = _names(parameters, "enabledRules", "enabledCategories")
    disabled = _names(parameters, "disabledRules", "disabledCategories")
    only = parameters.get("enabledOnly", "").lower() in _YES
    if only and disabled:
        raise RefusalError(400, _ONLY_AND_NOT)
    if only and not enabled:
        raise RefusalError(400, _ONLY_NONE)
    return Choices(_language(parameters), _level(parameters), enabled, disabled, only)


def _names(parameters: Mapping[str, str], *lists: str) -> frozenset[str]:
    """The names in the parameters that list some: *kanslisvenska.ej,TYPOS*."""
    given = ",".join(parameters.get(each, "") for each in lists)
    return frozenset(name.strip().lower() for name in given.split(",") if name.strip())


def _level(parameters: Mapping[str, str]) -> Level:
    try:
        return _LEVELS[parameters.get("level") or "default"]
    except KeyError:
        raise RefusalError(400, _WRONG_LEVEL) from None


def _language(parameters: Mapping[str, str]) -> str:
    """The code of the language that the client says the text is in: one of Swedish, or *auto*."""
    given = parameters.get("language", "").strip()
    if not given:
        raise RefusalError(400, _NO_LANGUAGE)
    if given.lower() == AUTO:
        return AUTO
    if parameters.get("preferredVariants") and parameters.get("multilingual") != "true":
        raise RefusalError(400, _NO_AUTO)
    for code in CODES:
        if given.replace("_", "-").lower() == code.lower():
            return code
    # In LanguageTool's words: clients look for them.
    known = ", ".join(CODES)
    raise RefusalError(
        400,
        f"'{given[:20]}' is not a language code known to LanguageTool. Supported language codes are: {known}. "
        "(klarsprak granskar bara svenska.)",
    )


def names_of(finding: Finding) -> set[str]:
    """All that a finding can be chosen by: its rule, pack and category, ours and LanguageTool's, in lower case."""
    pack = finding.rule.partition(".")[0]
    return {finding.rule.lower(), pack.lower(), str(finding.category), category_of(finding).id.lower()}


@dataclass(frozen=True, slots=True)
class LanguageToolCategory:
    """What LanguageTool's clients choose a match's colour by, and what kind of issue the standard ITS calls it."""

    id: str
    name: str
    issue_type: str


SPELLING = LanguageToolCategory("TYPOS", "Stavning", "misspelling")
GRAMMAR = LanguageToolCategory("GRAMMAR", "Grammatik", "grammar")
TYPOGRAPHY = LanguageToolCategory("TYPOGRAPHY", "Skrivregler", "typographical")
STYLE = LanguageToolCategory("STYLE", "Klarspråk", "style")


def category_of(finding: Finding) -> LanguageToolCategory:
    """The category that clients know."""
    if finding.category is Category.SPRAKFEL:
        return SPELLING if finding.rule.startswith("stavning.") else GRAMMAR
    return TYPOGRAPHY if finding.category is Category.SKRIVREGLER else STYLE
