"""moto where no web page reaches it, and copied on request.

A browser opens TCP connections to any port of its own machine, and moto trusts whoever calls: its
CloudFormation runs what a template says. So this serves moto on a Unix socket in a folder of its owner
alone; where Python has none (Windows), on loopback for those who know a secret.

Two sockets: `app` speaks HTTP and is moto; a connection to `control` makes a copy of this process with
all that it holds (fork), which has sockets of its own. The copy writes its addresses to that connection,
as a line of JSON, and lives for as long as it stays open.

usage: server.py BACKEND...   moto's names of the services to serve: s3 dynamodb ...
It writes its addresses to standard output, and lives until its standard input closes.
"""

import gc
import hmac
import io
import json
import logging
import os
import secrets
import shutil
import socket
import stat
import sys
import tempfile
import threading

# Read when moto is imported. Without the policies, attaching AWSLambdaBasicExecutionRole fails; an S3
# object that does not fit the buffer would be kept in a file, which copies would share.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"
os.environ["MOTO_S3_DEFAULT_KEY_BUFFER_SIZE"] = str(2**40)

from moto.core.config import default_user_config  # noqa: E402
from moto.moto_server.werkzeug_app import (  # noqa: E402
    DomainDispatcherApplication,
    create_backend_app,
)
from werkzeug.serving import WSGIRequestHandler, make_server  # noqa: E402
from werkzeug.wrappers import Response  # noqa: E402
from werkzeug.wsgi import get_input_stream  # noqa: E402

# The functions' code runs elsewhere; by default moto would look for Docker.
default_user_config["lambda"]["use_docker"] = False

SECRET_HEADER = "HTTP_X_SANDBOX_SECRET"


class Moto:
    """moto's WSGI application for some services, asked for one thing at a time.

    moto reads and writes its dictionaries without locks: under threads two conditional writes could both
    find nothing there, and a function that was created could be answered with an error.
    """

    def __init__(self, backends):
        self.application = DomainDispatcherApplication(self.backend)
        self.backends = frozenset(backends)
        self.secret = None
        self.one_at_a_time = threading.Lock()

    def backend(self, name):
        """What is not asked for isn't there, moto's own administration included."""
        if name in self.backends:
            return create_backend_app(name)
        return Response(f"{name} is not served\n", 404)

    def __call__(self, environ, start_response):
        secret = environ.get(SECRET_HEADER, "")
        if self.secret is not None and not hmac.compare_digest(secret, self.secret):
            return Response("the secret is wrong\n", 403)(environ, start_response)
        # Read first: who sends slowly must not hold up the others.
        environ["wsgi.input"] = io.BytesIO(get_input_stream(environ).read())
        with self.one_at_a_time:
            return self.application(environ, start_response)

    def fork(self):
        """Waits until no request is under way: a lock that one holds would never open in the copy.

        :returns: whether this is the copy
        """
        with self.one_at_a_time:
            gc.freeze()  # the collector would write to every object, and unshare its memory
            return os.fork() == 0


class Handler(WSGIRequestHandler):
    """Logs without colours and without the client's address: a Unix socket's clients have none."""

    def log_request(self, code="-", size="-"):
        logging.info('"%s" %s', getattr(self, "requestline", "?"), code)

    def finish(self):
        """Closes after the client has. Node ends a request with an empty write, which on a Unix socket
        fails where the server has closed already: the answer was lost, though moto had done the work."""
        super().finish()
        try:
            self.connection.shutdown(socket.SHUT_WR)
            self.connection.settimeout(5)
            while self.connection.recv(4096):
                pass
        except OSError:  # gone, or it keeps the connection for longer than it needs
            pass


def listen(moto, address):
    http = make_server(address, 0, moto, threaded=True, request_handler=Handler)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    return http


def serve_by_secret(moto):
    """Serves where there are no Unix sockets; without them there is no fork either."""
    moto.secret = secrets.token_hex(32)
    port = listen(moto, "127.0.0.1").server_port
    print(json.dumps({"port": port, "secret": moto.secret}), flush=True)
    while os.read(0, 1024):
        pass


def serve(moto, announce, lease):
    """Serves until the lease ends, and makes a copy for each connection to `control`.

    :param announce: tells the owner a line
    :param lease: reads from the owner; nothing, when it is gone
    """
    folder = tempfile.mkdtemp(prefix="sandbox-moto-")  # of mode 0700
    app, control = os.path.join(folder, "app"), os.path.join(folder, "control")

    def end_with_owner():
        while lease():
            pass
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)

    threading.Thread(target=end_with_owner, daemon=True).start()
    http = listen(moto, f"unix://{app}")
    with socket.socket(socket.AF_UNIX) as requests:
        requests.bind(control)
        requests.listen()
        announce(json.dumps({"socket": app, "control": control}) + "\n")
        while True:
            owner, _ = requests.accept()
            if moto.fork():
                break
            owner.close()
    let_go(but=owner.fileno())
    del http
    serve(moto, lambda line: owner.sendall(line.encode()), lambda: received(owner))


def received(owner):
    try:
        return owner.recv(1024)
    except OSError:  # the connection was reset
        return b""


def let_go(but):
    """Closes what the original has open. The numbers stay taken: Python's own objects close them once
    more, and must not meet another file under the same number."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for name in os.listdir("/dev/fd"):
        file = int(name)
        try:
            if file in (0, 1) or (file != but and stat.S_ISSOCK(os.fstat(file).st_mode)):
                os.dup2(nothing, file)
        except OSError:  # the listing's own, closed by now
            pass


if __name__ == "__main__":
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s")
    served = Moto(sys.argv[1:])
    if hasattr(socket, "AF_UNIX"):
        serve(served, lambda line: print(line, end="", flush=True), lambda: os.read(0, 1024))
    else:
        serve_by_secret(served)
