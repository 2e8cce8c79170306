"""Words to systemd over its notification socket: ready, alive, reloading, stopping, a line of status.

In: fields. Out: one datagram to `$NOTIFY_SOCKET`; nothing where there is none. A newline in a field would start another
field, so none leaves.
"""

from __future__ import annotations

import contextlib
import os
import socket


def notify(**fields: str) -> bool:
    """Send `READY="1"`, `WATCHDOG="1"`, `STATUS="..."` and the like; whether it was sent."""
    address = os.environ.get("NOTIFY_SOCKET", "")
    if not address.startswith(("/", "@")):
        return False
    message = "\n".join(f"{name}={' '.join(value.split())[:500]}" for name, value in fields.items())
    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_CLOEXEC) as door:
        door.setblocking(False)
        door.sendto(message.encode("utf-8", "backslashreplace"), "\0" + address[1:] if address[0] == "@" else address)
        return True
    return False
