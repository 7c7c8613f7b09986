"""No test reaches outside this machine."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_a_connection_to_another_machine_is_refused() -> None:
    with pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_a_name_outside_is_not_connected_to() -> None:
    with socket.socket() as wire, pytest.raises(SocketConnectBlockedError):
        wire.connect(("example.org", 443))
