"""Permissions hold for everybody but root: root's own programs give up the privilege to pass over them."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

import pytest

from program import Ran, command, environment

_DROP, _PASS_OVER, _READ_ANYTHING = 24, 1, 2
"""PR_CAPBSET_DROP in <linux/prctl.h>; CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH in <linux/capability.h>."""


def give_up() -> None:
    """Between fork and exec: what the process runs next is bound by permissions as any user's program is."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and sys.platform.startswith("linux"):
        libc = ctypes.CDLL(None, use_errno=True)
        for each in (_PASS_OVER, _READ_ANYTHING):
            if libc.prctl(_DROP, each, 0, 0, 0):
                raise OSError(ctypes.get_errno(), "the privilege cannot be given up")


def need_permissions(folder: Path) -> None:
    """Skip the test where permissions bind nobody; `folder` is one that its owner may not write or not read."""
    is_bound = not os.access(folder, os.W_OK) or not os.access(folder, os.R_OK)
    if not is_bound and not sys.platform.startswith("linux"):
        pytest.skip("this user may read and write everywhere, and cannot give that up")


def run_bound(*args: str | Path, cwd: Path) -> Ran:
    """Run the program to its end as any user would: permissions bind it."""
    done = subprocess.run(command(*args), cwd=cwd, env=environment(), capture_output=True, preexec_fn=give_up)
    ran = Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
    assert "Traceback" not in ran.out + ran.err, ran.err
    return ran
