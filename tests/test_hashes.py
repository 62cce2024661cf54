"""Hashes of short texts: they are what everybody computes, and the module that loads OpenSSL is left alone for them."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from elzctl.hashes import blake2b, sha1, sha256

TEXTS = [b"", b"koffie", bytes(range(256)) * 5]


@pytest.mark.parametrize("text", TEXTS, ids=["nothing", "a word", "more than a block"])
def test_a_hash_is_the_one_that_everybody_computes(text: bytes) -> None:
    assert sha1(text) == hashlib.sha1(text, usedforsecurity=False).digest()
    assert sha256(text) == hashlib.sha256(text).digest()
    assert blake2b(text).digest() == hashlib.blake2b(text, digest_size=32).digest()


@pytest.mark.parametrize("name", ["blake2b", "sha1", "sha256"])
def test_a_hash_does_not_load_what_takes_longer_than_itself(name: str) -> None:
    """The modules behind hashlib have other names in Python 3.12 and later."""
    code = f"import sys; from elzctl.hashes import {name}; {name}(b'koffie'); print('hashlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
