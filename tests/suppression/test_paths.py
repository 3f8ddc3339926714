"""Which files a pattern of ``path_ignores`` means."""

from __future__ import annotations

import unicodedata

import pytest

from klarsprak.suppression.paths import PathPattern


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("mallar/**", "mallar/2019/gammal.docx"),
        ("mallar/**", "mallar/gammal.docx"),
        ("mallar/*", "mallar/gammal.docx"),
        ("mallar/*", "mallar/2019/gammal.docx"),
        ("mallar/", "mallar/gammal.docx"),
        ("mallar", "bygg/mallar/gammal.docx"),
        ("./mallar/*.docx", "mallar/gammal.docx"),
        ("/mallar/*.docx", "mallar/gammal.docx"),
        ("mallar\\gamla\\*", "mallar/gamla/brev.docx"),
        ("**", "bygg/brev.docx"),
        ("*", "bygg/brev.docx"),
        ("*.eml", "post/mejl.eml"),
        ("*/brev.docx", "bygg/brev.docx"),
        ("**/gamla/**", "bygg/2019/gamla/brev.docx"),
        ("**/gamla/**", "gamla/brev.docx"),
        ("bygg/**/mall-?.docx", "bygg/mall-1.docx"),
        ("bygg/**/mall-?.docx", "bygg/2019/mall-1.docx"),
        ("bygg/**.docx", "bygg/mall.docx"),
        ("bygg/**.docx", "bygg/2019/maj/mall.docx"),
        ("bygg/mall**", "bygg/mallar/2019/brev.docx"),
        ("Mallar/*.DOCX", "mallar/brev.docx"),
        ("mallar/*.docx", "MALLAR/Brev.Docx"),
        ("ÅTERKRAV/*", "återkrav/brev.docx"),
        ("förslag/*", unicodedata.normalize("NFD", "förslag/brev.docx")),
        (unicodedata.normalize("NFD", "förslag/*"), "förslag/brev.docx"),
        ("[utkast] *.docx", "[utkast] bygglov.docx"),
        ("!viktigt.docx", "!viktigt.docx"),
        ("#1.docx", "brev/#1.docx"),
        ("mall ", "mall /brev.docx"),
    ],
)
def test_a_path_pattern_means_this_file(pattern: str, path: str) -> None:
    assert PathPattern(pattern).matches(path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("mallar/*.docx", "bygg/mallar/gammal.docx"),
        ("mallar/*.docx", "mallar/2019/gammal.docx"),
        ("mallar/**", "mallar.docx"),
        ("*/brev.docx", "brev.docx"),
        ("*/brev.docx", "bygg/2019/brev.docx"),
        ("bygg/*/mall.docx", "bygg/mall.docx"),
        ("bygg/**/mall.docx", "gamla/bygg/mall.docx"),
        ("mall", "mallar/gammal.docx"),
        ("brev.docx", "brevXdocx"),
        ("mall-?.docx", "mall-12.docx"),
        ("[utkast].docx", "u.docx"),
        ("!viktigt.docx", "brev.docx"),
        ("", "brev.docx"),
    ],
)
def test_a_path_pattern_does_not_mean_another_file(pattern: str, path: str) -> None:
    assert not PathPattern(pattern).matches(path)


@pytest.mark.parametrize("pattern", ["*.eml", "post/mejl.eml", "post/*.docx", "mejl.eml#bilaga.docx"])
def test_what_is_attached_is_where_its_mail_is(pattern: str) -> None:
    assert PathPattern(pattern).matches("post/mejl.eml#bilaga.docx")


def test_a_mail_is_not_where_its_attachment_is() -> None:
    assert not PathPattern("mejl.eml#bilaga.docx").matches("post/mejl.eml")
