"""The bad line of the tests leaves nothing behind, whenever it ends."""

import gc
import socket
import threading

import pytest

from tests.fakes.bad_line import Trouble, bad_line


@pytest.mark.parametrize("attempt", range(20))
def test_a_connection_let_in_at_the_last_moment_is_ended_with_the_line(attempt):
    callers = []
    with socket.create_server(("127.0.0.1", 0)) as portal, bad_line(portal.getsockname()[1]) as line:
        line.trouble = Trouble(swallow=True)
        for _ in range(attempt % 5 + 1):
            callers.append(socket.create_connection(("127.0.0.1", line.port), timeout=5))
            callers[-1].sendall(b"GET / HTTP/1.1\r\n\r\n")

    gc.collect()  # what was left open would be told now, and fail the test

    for caller in callers:
        caller.close()


def test_a_line_that_swallows_lives_on_while_nobody_else_knows_of_it():
    with socket.create_server(("127.0.0.1", 0)) as portal, bad_line(portal.getsockname()[1]) as line:
        line.trouble = Trouble(swallow=True)
        with socket.create_connection(("127.0.0.1", line.port), timeout=30) as caller:
            caller.sendall(b"GET / HTTP/1.1\r\n\r\n")
            there, _ = portal.accept()
            with there:
                assert there.recv(4) == b"GET "
                caller.shutdown(socket.SHUT_WR)
                while line.under_way() > 1:  # the way up has ended, the answer is still waited for
                    threading.Event().wait(0.001)

                gc.collect()

                assert line.under_way() == 1
