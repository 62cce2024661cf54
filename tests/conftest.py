"""What holds for all tests: what elzctl keeps between two runs goes to a folder of its own, and is gone afterwards.

No test is timed, drawn ones neither: on a busy machine the slowest of them take as long as they take.
"""

import atexit
import os
import shutil
import tempfile

from hypothesis import HealthCheck, settings

os.environ["ELZCTL_CACHE"] = tempfile.mkdtemp(prefix="elzctl-cache-")
atexit.register(shutil.rmtree, os.environ["ELZCTL_CACHE"], ignore_errors=True)

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")
