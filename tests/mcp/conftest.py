import pytest

from klarsprak.config.model import Config
from klarsprak.mcp.judge import Judge

TERMS = {"trygghetsjour": "Trygghetsjouren är personalen som kommer om du larmar på natten."}


@pytest.fixture(scope="session")
def judge() -> Judge:
    return Judge(Config(terms=TERMS, allow=["LSS"]))
