"""Stores of files elsewhere, by the URLs that fsspec knows: how they are opened, and what can go wrong with them."""

from __future__ import annotations

from typing import Any

from fsspec.core import url_to_fs

from klarsprak.audit.sources.source import full_name
from klarsprak.files.errors import FileError, reason

_DRIVERS = {"s3": "s3fs", "s3a": "s3fs", "abfs": "adlfs", "abfss": "adlfs", "az": "adlfs", "smb": "smbprotocol"}


def open_store(url: str) -> tuple[Any, str]:
    """The file system that a URL leads to, and the path there; raises ``FileError``."""
    protocol = url.partition(":")[0]
    try:
        system, path = url_to_fs(url, use_listings_cache=False)
    except ImportError as error:
        missing = getattr(error.__cause__, "name", None) or protocol
        package = _DRIVERS.get(protocol, missing)
        raise FileError(f"{full_name(url)}: {protocol}:// kräver {package}. Skriv: pip install {package}") from None
    except ValueError:
        raise FileError(
            f"{full_name(url)}: adressen går inte att tolka. Den kan börja med s3://, abfs:// eller smb://."
        ) from None
    except Exception as error:  # each driver has errors of its own
        raise as_file_error(url, error) from None
    return system, path


def info_of(system: Any, path: str, url: str) -> dict[str, Any] | None:
    """What the file system says of the path, None where there is nothing; raises ``FileError``."""
    try:
        info: dict[str, Any] = system.info(path)
    except FileNotFoundError:
        return None
    except Exception as error:
        raise as_file_error(url, error) from None
    return info


def as_file_error(name: str, error: Exception) -> FileError:
    """What is told of a store that doesn't answer as it should."""
    why = describe_error(error)
    return FileError(f"{full_name(name)}: källan går inte att läsa ({why}). Kontrollera adress, nät och inloggning.")


def describe_error(error: Exception) -> str:
    """Why, in Swedish where we know the error, else by its type: each driver has errors of its own."""
    if isinstance(error, PermissionError | FileNotFoundError):
        return reason(error)
    return type(error).__name__
