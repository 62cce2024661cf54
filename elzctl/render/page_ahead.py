"""Compiles our page: for who imports this while it waits for a job, or for what a child draws, and then has it at hand."""

from __future__ import annotations

import elzctl.render.html  # noqa: F401 - what the parts of a page come in
from elzctl.render.page import ours

ours().get_template("plan.html.j2")
