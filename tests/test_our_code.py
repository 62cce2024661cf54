"""What other code made is told apart, whoever looked at the files of the code."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from elzctl import our_code

ROOM = getattr(os, "memfd_create", None)


@pytest.fixture
def room() -> Iterator[int]:
    if ROOM is None:
        pytest.skip("this system has no files in memory")
    file = ROOM("test")
    our_code.left_in(file)
    our_code.code.cache_clear()
    yield file
    os.close(file)
    our_code.forget()


def test_what_a_copy_left_is_taken(room: int) -> None:
    found = our_code.code()
    our_code.leave(room)
    left = os.pread(room, 200, 0)
    assert left.decode() == f"{found}\n"
    os.pwrite(room, left[:-3] + b"xx\n", 0)
    our_code.code.cache_clear()
    assert our_code.code() == f"{found[:-2]}xx"


@pytest.mark.parametrize("wrong", [b"", b"\x80\x05\x95\n", b"0.0.1 (3, 11, 0) 1 00000000\n", b"no end", b"\xff\n"])
def test_what_is_something_else_is_not(wrong: bytes, room: int) -> None:
    found = our_code.code()
    os.pwrite(room, wrong, 0)
    our_code.code.cache_clear()
    assert our_code.code() == found


def test_half_of_what_was_left_is_not_taken(room: int) -> None:
    found = our_code.code()
    os.pwrite(room, found[:-4].encode(), 0)
    our_code.code.cache_clear()
    assert our_code.code() == found


def test_a_room_that_is_closed_says_nothing() -> None:
    found = our_code.code()
    our_code.forget()
    our_code.left_in(2**20)
    assert our_code.code() == found
    our_code.forget()


def test_another_file_or_another_time_is_other_code(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "__pycache__").mkdir()
    file = tmp_path / "deep" / "one.py"
    file.write_text("1")
    seen = [our_code.stamps(str(tmp_path))]
    os.utime(file, (1, 1))
    seen.append(our_code.stamps(str(tmp_path)))
    (tmp_path / "__pycache__" / "one.pyc").write_text("1")
    assert our_code.stamps(str(tmp_path)) == seen[-1]
    (tmp_path / "two.py").write_text("1")
    seen.append(our_code.stamps(str(tmp_path)))
    assert len({str(one) for one in seen}) == 3
