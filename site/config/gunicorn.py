"""How gunicorn serves the site: loaded once, then forked, so that workers share what was read at boot."""

import os
from pathlib import Path

chdir = str(Path(__file__).resolve().parents[2])
pythonpath = f"{chdir},{chdir}/site"
preload_app = True
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
timeout = 30
graceful_timeout = 10
keepalive = 5
max_requests = 20_000  # a slow leak never becomes an outage
max_requests_jitter = 2_000
limit_request_line = 8190
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "127.0.0.1")
accesslog = os.environ.get("ACCESS_LOG") or None
errorlog = "-"
loglevel = "warning"
