"""What holds for all tests: what elzctl keeps between two runs goes to a folder of its own, and is gone afterwards."""

import atexit
import os
import shutil
import tempfile

os.environ["ELZCTL_CACHE"] = tempfile.mkdtemp(prefix="elzctl-cache-")
atexit.register(shutil.rmtree, os.environ["ELZCTL_CACHE"], ignore_errors=True)
