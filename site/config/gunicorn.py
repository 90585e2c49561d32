"""How gunicorn serves the site: loaded once, then forked, so that workers share what was read at boot."""

import os
import socket
from pathlib import Path

from gunicorn import util
from gunicorn.http import message

LONGEST_ADDRESS = 131_072  # bytes: the site reads and cuts what gunicorn would refuse in English at 8 190
TOO_LONG = "L’adresse demandée est trop longue.\n"
REFUSED = "Cette requête n’est pas valide.\n"

chdir = str(Path(__file__).resolve().parents[2])
pythonpath = f"{chdir},{chdir}/site"
preload_app = True
workers = int(os.environ.get("WEB_CONCURRENCY") or "2")
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS") or "4")
timeout = 30
graceful_timeout = 10
keepalive = 5
max_requests = 20_000  # a slow leak never becomes an outage
max_requests_jitter = 2_000
limit_request_line = message.MAX_REQUEST_LINE = LONGEST_ADDRESS
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS") or "127.0.0.1"
accesslog = os.environ.get("ACCESS_LOG") or None
errorlog = "-"
loglevel = "warning"


def answer_in_french(sock: socket.socket, status: int, reason: str, message: str) -> None:
    """Refuse what never reaches the site: gunicorn's own words are HTML in English."""
    body = (TOO_LONG if status == 414 else REFUSED).encode()
    head = f"HTTP/1.1 {status} {reason}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\n"
    util.write_nonblock(sock, f"{head}Content-Length: {len(body)}\r\n\r\n".encode("latin1") + body)


util.write_error = answer_in_french
