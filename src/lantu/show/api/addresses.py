"""Every address of the API.

In: the modules of operations, which declare themselves when they are imported. Out: addresses for Django. Left out on purpose:
anything else; this is the one list of the modules.
"""

from lantu.show.api import adjusting, cases, exports, figures, filing, plans, projects, registers, tasks
from lantu.show.api.operations import make_addresses

MODULES = (registers, plans, figures, filing, cases, tasks, projects, adjusting, exports)
API_ADDRESSES = make_addresses()
