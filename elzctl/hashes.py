"""Hashes of short texts, each with the module that it needs alone: the standard one loads OpenSSL, which takes longer than these do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import hashlib


def blake2b(data: bytes = b"") -> hashlib.blake2b:
    """The beginning of a hash of 32 bytes."""
    try:
        from _blake2 import blake2b as made
    except ImportError:  # a Python that was made without it
        from hashlib import blake2b as made
    return made(data, digest_size=32)


def sha1(data: bytes) -> bytes:
    """The SHA-1 of *data*, for names that a standard makes of it; it keeps no secret."""
    try:
        from _sha1 import sha1 as made  # type: ignore[import-not-found]
    except ImportError:
        from hashlib import sha1 as made
    return bytes(made(data).digest())  # noqa: S324 - see above


def sha256(data: bytes) -> bytes:
    """The SHA-256 of *data*."""
    try:
        from _sha256 import sha256 as made  # type: ignore[import-not-found]
    except ImportError:
        try:
            from _sha2 import sha256 as made  # type: ignore[import-not-found]  # its name since Python 3.12
        except ImportError:
            from hashlib import sha256 as made
    return bytes(made(data).digest())
