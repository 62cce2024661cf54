"""Hashes that cost nothing to import: the standard module loads OpenSSL, which takes longer than the few texts hashed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ("blake2b", "sha1", "sha256")

if TYPE_CHECKING:
    from hashlib import blake2b, sha1, sha256
else:
    try:
        from _blake2 import blake2b
        from _sha1 import sha1

        try:
            from _sha2 import sha256
        except ImportError:  # before Python 3.12
            from _sha256 import sha256
    except ImportError:  # a Python that was made without them
        from hashlib import blake2b, sha1, sha256
