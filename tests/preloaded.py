"""The program's commands, run from a process that has loaded them once.

Two thirds of what a short command costs are imports. Here a process imports the program and
forks for every command: each still has its own process, environment, files and exit status, and
ends as any program does. What is about the start itself belongs to `test_commands.facilitator`
and its kin, which begin from nothing, and so does what must be the same in two processes: all
of these share one seed of string hashes.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import socket
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryFile

PATIENCE = 60.0
"""Seconds after which a command hangs; reached only by a fault."""

_SERVE = """
import gc, importlib, json, os, pkgutil, runpy, socket, sys
import facilitator.cli.main
for module in pkgutil.walk_packages(facilitator.__path__, "facilitator."):
    if not module.name.startswith(("facilitator.ui", "facilitator.__main__")):
        importlib.import_module(module.name)
gc.collect(); gc.freeze()
asked = socket.socket(fileno=int(sys.argv[1]))
while True:
    request, files, *_ = socket.recv_fds(asked, 65536, 3)
    while request and not request.endswith(b"\\n"):
        request += asked.recv(65536)
    if not request:
        sys.exit()
    child = os.fork()
    if not child:
        break
    for file in files:
        os.close(file)
    asked.sendall(b"%d\\n" % os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
asked.close()
for number, file in enumerate(files):
    os.dup2(file, number)
    os.close(file)
words, environment, folder = json.loads(request)
os.chdir(folder)
os.environ.clear()
os.environ.update(environment)
sys.argv = ["facilitator", *words]
for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
    old = getattr(sys, name)
    new = open(old.fileno(), mode, encoding=old.encoding, errors=old.errors, closefd=False)
    setattr(sys, name, new)
    setattr(sys, f"__{name}__", new)
sys.stderr.reconfigure(line_buffering=True)
runpy.run_module("facilitator", run_name="__main__", alter_sys=True)
"""


@functools.cache
def _server() -> socket.socket:
    """The line to the process that runs the commands, started when the first is asked for."""
    ours, theirs = socket.socketpair()
    with theirs:
        command = [sys.executable, "-c", _SERVE, str(theirs.fileno())]
        server = subprocess.Popen(command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()])
    ours.settimeout(PATIENCE)

    def stop() -> None:
        ours.close()
        server.wait(PATIENCE)

    atexit.register(stop)
    return ours


def facilitator(*words: str | Path, stdin: str | bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run one command, as `test_commands.facilitator` does."""
    said = [*map(str, words)]
    environment = dict(os.environ) | {"TERM": "xterm-256color"}
    request = json.dumps([said, environment, str(Path.cwd())]).encode() + b"\n"
    with TemporaryFile() as given, TemporaryFile() as out, TemporaryFile() as err:
        given.write(stdin.encode() if isinstance(stdin, str) else stdin)
        given.seek(0)
        line = _server()
        sent = socket.send_fds(line, [request], [file.fileno() for file in (given, out, err)])
        line.sendall(request[sent:])
        status = int(line.recv(16))
        told = []
        for file in (out, err):
            file.seek(0)
            told.append(file.read().decode())
    assert "Traceback" not in told[0] + told[1]
    return subprocess.CompletedProcess(said, status, *told)
