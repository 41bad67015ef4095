"""A worker that is killed by one act: what the system does to a process that takes too much memory."""

import os
import signal

from lexkz.workspace.building.work import Outcome, Task, perform


def mortal(task: Task) -> Outcome:
    """Do a task; that of the act V9900000001 kills the process."""
    if task.name[0] == "V9900000001":
        os.kill(os.getpid(), signal.SIGKILL)
    return perform(task)
