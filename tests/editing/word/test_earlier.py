"""A copy that is annotated again has our comments once, and everybody else's as they were."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from klarsprak.checker import Checker
from klarsprak.editing.word.comments import annotate
from klarsprak.readers import docx
from klarsprak.readers.docx.markup import W
from tests.editing.conftest import WHEN, Commented, Word, corpora, part, with_parts
from tests.editing.word.validity import problems

PARAGRAPH = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
THREADS = "http://schemas.microsoft.com/office/word/2012/wordml"
NUMBERS = "http://schemas.microsoft.com/office/word/2016/wordml/cid"
TIMES = "http://schemas.microsoft.com/office/word/2018/wordml/cex"
LETTER = "Du har ej erhållit det."
EVA = '<w:comment w:id="7" w:author="Eva" w:initials="E"><w:p><w:r><w:t>Kolla!</w:t></w:r></w:p></w:comment>'


def letter(word: Word, **inner: str) -> bytes:
    return word.annotate(word.file(word.p("Hej!") + word.p(LETTER), **inner))


def placed(data: bytes) -> list[tuple[str, str]]:
    """What each comment says first, and the words that it stands at."""
    return sorted((says.partition("\n")[0], words) for says, words in Commented(data).placed)


@pytest.mark.parametrize("path", corpora(), ids=lambda path: path.stem)
def test_annotating_again_changes_nothing(shipped: Checker, path: Path) -> None:
    once = annotate(path.read_bytes(), shipped.check(docx.read(path.read_bytes(), "")), WHEN)
    twice = annotate(once, shipped.check(docx.read(once, "")), WHEN)
    assert placed(twice) == placed(once)
    assert problems(twice) == []


def test_comments_on_what_has_been_mended_are_gone(word: Word) -> None:
    data = letter(word)
    source = etree.tostring(part(data, "word/document.xml")).replace(b">ej<", b">inte<")
    again = Commented(word.annotate(with_parts(data, document=source)))
    assert again.words == ["erhållit"]


def test_the_comments_of_others_stay(word: Word) -> None:
    mark = '<w:commentRangeStart w:id="7"/><w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    once = word.annotate(word.file(word.p(mark, LETTER), comments=EVA))
    again = Commented(word.annotate(once))
    assert again.texts["7"] == "Kolla!"
    assert len(again.texts) == len(Commented(once).texts) == 4


def test_a_comment_that_somebody_has_written_in_stays_and_is_not_put_again(word: Word) -> None:
    data = letter(word)
    comments = part(data, "word/comments.xml")
    answered = comments[-1]
    answered.append(etree.XML(f'<w:p xmlns:w="{W[1:-1]}"><w:r><w:t>Det ska stå så. /Eva</w:t></w:r></w:p>'))
    again = Commented(word.annotate(with_parts(data, comments=etree.tostring(comments))))
    assert [text for text in again.texts.values() if "/Eva" in text] == [again.texts[answered.get(W + "id", "")]]
    assert again.words == Commented(data).words


WORKED_WITH = {
    "answered": '<c:commentEx c:paraId="0000000A"/><c:commentEx c:paraId="0000000B" c:paraIdParent="0000000A"/>',
    "resolved": '<c:commentEx c:paraId="0000000A" c:done="1"/>',
}


@pytest.mark.parametrize("thread", WORKED_WITH.values(), ids=WORKED_WITH)
def test_a_comment_that_somebody_has_answered_or_resolved_stays_and_is_not_put_again(word: Word, thread: str) -> None:
    data = in_threads(letter(word), thread)
    again = Commented(word.annotate(data))
    (kept,) = [comment for comment in again.comments if comment[-1].get(PARAGRAPH) == "0000000A"]
    assert kept.get(W + "id") == Commented(data).comments[-1].get(W + "id")
    assert again.words == Commented(data).words


def test_a_comment_on_the_whole_letter_that_is_resolved_gives_way_to_a_new_one(word: Word) -> None:
    data = in_threads(word.annotate(word.file(word.p("Hej!"))), WORKED_WITH["resolved"])
    (summary,) = Commented(word.annotate(data)).comments
    assert summary[-1].get(PARAGRAPH) is None


def test_what_word_says_beside_of_comments_goes_with_them(word: Word) -> None:
    again = word.annotate(in_threads(letter(word), '<c:commentEx c:paraId="0000000A" c:done="0"/>'))
    for name in ("commentsExtended", "commentsIds", "commentsExtensible"):
        assert list(part(again, f"word/{name}.xml")) == [], name


def in_threads(data: bytes, items: str) -> bytes:
    """The document as Word saves it: the last comment's last paragraph is 0000000A, and other parts know it."""
    comments = part(data, "word/comments.xml")
    comments[-1][-1].set(PARAGRAPH, "0000000A")
    sides = {
        "commentsExtended": f'<c:commentsEx xmlns:c="{THREADS}">{items}</c:commentsEx>',
        "commentsIds": f'<c:commentsIds xmlns:c="{NUMBERS}"><c:commentId c:paraId="0000000A" c:durableId="1F"/>'
        "</c:commentsIds>",
        "commentsExtensible": f'<c:commentsExtensible xmlns:c="{TIMES}"><c:commentExtensible c:durableId="1F"/>'
        "</c:commentsExtensible>",
    }
    relations = part(data, "word/_rels/document.xml.rels")
    for name in sides:
        type_ = f"http://schemas.microsoft.com/office/2011/relationships/{name}"
        etree.SubElement(relations, relations[0].tag, Id=f"rId{name}", Type=type_, Target=f"{name}.xml")
    changed = with_parts(data, comments=etree.tostring(comments))
    out = BytesIO()
    with ZipFile(BytesIO(changed)) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, etree.tostring(relations) if name.endswith("document.xml.rels") else old.read(name))
        for name, content in sides.items():
            new.writestr(f"word/{name}.xml", content)
    return out.getvalue()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_our_comments_are_known_again_after_libreoffice_has_written_the_file(
    shipped: Checker, tmp_path: Path
) -> None:
    paths = [path for path in corpora() if path.stem in ("beslut-bygglov", "torgplats", "strandskydd-2007")]
    for path in paths:
        once = annotate(path.read_bytes(), shipped.check(docx.read(path.read_bytes(), "")), WHEN)
        (tmp_path / path.name).write_bytes(once)
    subprocess.run(
        [
            *("soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"),
            *("--convert-to", "docx", "--outdir", tmp_path / "saved", *(tmp_path / path.name for path in paths)),
        ],
        check=True,
        capture_output=True,
    )
    for path in paths:
        saved = (tmp_path / "saved" / path.name).read_bytes()
        again = annotate(saved, shipped.check(docx.read(saved, "")), WHEN)
        assert placed(again) == placed((tmp_path / path.name).read_bytes()), path.name
