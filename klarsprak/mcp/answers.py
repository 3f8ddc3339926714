"""What the tools answer, as JSON Schema tells it to a model."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field


class Answer(BaseModel):
    """A tool's answer; ``summary`` says the most important of it in a sentence or two."""

    summary: str = Field(description="Svaret i korthet.")


class OtherRemark(BaseModel):
    """A remark that another one speaks for."""

    rule: str = Field(description="Regelns namn.")
    message: str = Field(description="Vad som är fel.")


class Remark(BaseModel):
    """What is said of a place in a text, or of the whole letter."""

    rule: str = Field(description="Regelns namn.")
    level: Literal["error", "warning", "info"] = Field(
        description="error: måste rättas. warning: bör skrivas om. info: tänk på."
    )
    words: str = Field(description="Orden i texten; tomt om något saknas.")
    start: int | None = Field(description="Var orden börjar, räknat i kodpunkter; null om det gäller hela brevet.")
    end: int | None = Field(description="Var orden slutar.")
    message: str = Field(description="Vad som är fel och vad man kan skriva i stället.")
    why: str = Field(description="Varför det spelar roll för läsaren.")
    suggestions: list[str] = Field(description="Ersättningar för orden, den bästa först.")
    safe: bool = Field(description="Sant om den första ersättningen kan sättas in utan att något annat ändras.")
    also: list[OtherRemark] = Field(description="Andra anmärkningar på samma ord.")


class Measures(BaseModel):
    """How hard a text is to read; null where it is too short to tell."""

    lix: float | None = Field(description="Läsbarhetsindex. Under 40 är lättläst, över 50 är svårt.")
    ovix: float | None = Field(description="Ordvariation.")
    nominal_ratio: float | None = Field(description="Nominalkvot. Över 1 är texten tung av substantiv.")
    words_per_sentence: float | None = Field(description="Ord i en genomsnittlig mening.")
    passive_share: float | None = Field(description="Andelen passiva verb, från 0 till 1.")


class CheckAnswer(Answer):
    """What ``check_text`` answers."""

    verdict: Literal["clean", "findings", "unreadable"] = Field(
        description="clean: inget att anmärka på. findings: anmärkningar. unreadable: texten är inte granskad."
    )
    words: int = Field(description="Antal ord.")
    remarks: list[Remark] = Field(description="Anmärkningarna i textens ordning.")
    measures: Measures = Field(description="Hur lättläst texten är.")
    notes: list[str] = Field(description="Det som inte är granskat, till exempel ett stycke på engelska.")


class Meaning(BaseModel):
    """What a rule knows of a word."""

    term: str = Field(description="Ordet i grundform, eller förkortningen.")
    rule: str = Field(description="Regelns namn.")
    explanations: list[str] = Field(
        description="Meningar att klistra in som förklarar ordet. Är de flera betyder ordet olika saker: välj rätt."
    )
    plainer: list[str] = Field(description="Vanligare ord att skriva i stället, det bästa först.")
    why: str = Field(description="Varför ordet behöver förklaras eller bytas ut.")


class TermAnswer(Answer):
    """What ``explain_term`` answers."""

    known: bool = Field(description="Om reglerna känner till ordet.")
    meanings: list[Meaning] = Field(description="Vad reglerna säger om ordet.")
    near: list[str] = Field(
        description="Liknande ord som reglerna känner till, när de inte känner till ordet självt."
    )


class SectionAnswer(Answer):
    """What ``explain_section`` answers."""

    known: bool = Field(description="Om lagen finns i registret.")
    act: str | None = Field(default=None, description="Lagens namn och nummer i Svensk författningssamling.")
    sfs: str | None = Field(default=None, description="Lagens nummer.")
    short: str | None = Field(default=None, description="Lagens kortform.")
    place: str | None = Field(default=None, description="Paragrafen som svaret gäller.")
    exists: bool | None = Field(default=None, description="Om paragrafen finns; null om registret inte vet det.")
    in_force: bool | None = Field(default=None, description="Om lagen gäller.")
    repealed: str | None = Field(default=None, description="Dagen då lagen slutade gälla, ÅÅÅÅ-MM-DD.")
    replaced_by: str | None = Field(default=None, description="Lagen som gäller i stället.")
    explanations: list[str] = Field(
        default_factory=list,
        description="Vad paragrafen säger, med enkla ord. Tomt betyder att programmet inte vet: hitta inte på något.",
    )
    lines: list[str] = Field(default_factory=list, description="Allt som registret vet om lagen och paragrafen.")
    register_day: str = Field(description="Dagen som lagregistret visar, ÅÅÅÅ-MM-DD.")


class ToldDifference(BaseModel):
    """Something that isn't the same in both texts."""

    kind: str = Field(description="Vad det gäller: date, amount, section, name, negation …")
    label: str = Field(description="Vad det gäller, på svenska.")
    change: Literal["lost", "added", "changed"] = Field(
        description="lost: borta. added: har kommit till. changed: har blivit något annat."
    )
    old: str = Field(description="Orden i utkastet; tomt om de saknas där.")
    new: str = Field(description="Orden i den nya texten; tomt om de saknas där.")
    old_sentence: str = Field(description="Meningen i utkastet; tomt om ingen mening svarar mot den nya.")
    new_sentence: str = Field(description="Meningen i den nya texten; tomt om ingen mening svarar mot utkastets.")
    message: str = Field(description="Vad som skiljer, i en mening.")


class CompareAnswer(Answer):
    """What ``compare`` answers."""

    same: bool = Field(description="Sant om programmet inte har hittat någon skillnad i sak.")
    facts: int = Field(description="Antal uppgifter i utkastet som har jämförts.")
    differences: list[ToldDifference] = Field(description="Det som skiljer i sak.")
    notes: list[str] = Field(description="Det som inte är jämfört, till exempel ett stycke på engelska.")
