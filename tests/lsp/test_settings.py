"""What an editor may send as settings."""

from typing import Any

import pytest

from klarsprak.finding import Level
from klarsprak.lsp.settings import Settings, SettingsError, read_settings


@pytest.mark.parametrize("given", [(), (None,), ({},), ({"klarsprak": None},), ({"klarsprak": {"level": None}},)])
def test_most_send_nothing(given: tuple[Any, ...]) -> None:
    assert read_settings(*given) == Settings()


def test_what_comes_later_goes_before() -> None:
    settings = read_settings(
        {"level": "error", "delay": 50}, {"klarsprak": {"level": "warning", "trace": {"server": "off"}}}
    )
    assert settings == Settings(level=Level.WARNING, delay=50)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"levl": "error"}, "okänd nyckel ”levl”. Menade du ”level”?"),
        ({"level": "hög"}, "level: ”hög” – nivån ska vara error, warning eller info."),
        ({"whole": "ja nej"}, "”ja nej” går inte som värde för whole. Skriv true eller false."),
        ({"delay": -1}, "delay: ”-1” – skriv millisekunder, 0 till 10000."),
        ([1], "Inställningarna för klarsprak ska vara nycklar och värden."),
    ],
)
def test_what_cannot_be_used_is_said_in_swedish(given: Any, says: str) -> None:
    with pytest.raises(SettingsError) as error:
        read_settings(given)
    assert str(error.value).endswith(says)
