"""Dask's own command for workers, which forks them from a process that has loaded what they all need.

A worker that is started anew, as a test kills it, would else load it for seconds.
"""

from __future__ import annotations

import os
from multiprocessing import forkserver

if __name__ == "__main__":
    os.environ["DASK_DISTRIBUTED__WORKER__MULTIPROCESSING_METHOD"] = "forkserver"
    forkserver.set_forkserver_preload(
        ["distributed", "klarsprak.audit.run", "klarsprak.audit.workers.subprocess_pools"]
    )
    forkserver.ensure_running()

    from distributed.cli.dask_worker import main

    main()
