"""The scripts and the Outlook of the tests, by Microsoft's own types."""

from __future__ import annotations

import json
from pathlib import Path

from tests.server.addin.node import FOLDER, node, package

HERE = Path(__file__).parent


def test_the_scripts_and_the_fake_fit_microsofts_types(tmp_path: Path) -> None:
    package("@types/office-js")
    config = json.loads((HERE / "tsconfig.json").read_text(encoding="utf-8"))
    config["compilerOptions"]["typeRoots"] = [str((FOLDER / "@types").resolve())]
    config["compilerOptions"]["paths"] = {
        name: [str((HERE / path).resolve()) for path in paths]
        for name, paths in config["compilerOptions"]["paths"].items()
    }
    config["include"] = [str((HERE / path).resolve()) for path in config["include"]]
    path = tmp_path / "tsconfig.json"
    path.write_text(json.dumps(config), encoding="utf-8")
    node([str(package("typescript") / "bin" / "tsc"), "-p", str(path)], needs="typescript")
