"""Move the clock of a process: Python imports this at start where the folder is on its path (see ../server.py).

The clock goes on ticking, `CLOCK_OFFSET` seconds away from the true one, in all the processes of a server alike.
"""

import os
import time

if offset := os.environ.get("CLOCK_OFFSET"):
    import time_machine

    time_machine.travel(time.time() + float(offset), tick=True).start()
