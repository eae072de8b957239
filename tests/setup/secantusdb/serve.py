"""SecantusDB on a free port, in a folder that goes with it. Prints the port; stops when its input closes."""

import sys

from secantus.server import SecantusDBServer

with SecantusDBServer(host="127.0.0.1", port=0, storage_path=":memory:") as server:
    print(server.address[1], flush=True)
    sys.stdin.read()
