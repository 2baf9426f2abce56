"""Who may do what, and what an office may be called."""

import pytest

from core.access import Office, Permission, Role, allowed, require, role_of_server
from core.errors import NotAllowed


@pytest.mark.parametrize("permission", list(Permission))
def test_the_owner_may_do_everything_and_the_public_nothing(permission: Permission) -> None:
    assert allowed(Role.OWNER, permission)
    assert not allowed(Role.PUBLIC, permission)


@pytest.mark.parametrize(
    ("address", "role"),
    [
        ("127.0.0.1", Role.OWNER),
        ("localhost", Role.OWNER),
        ("::1", Role.OWNER),
        ("0.0.0.0", Role.PUBLIC),  # noqa: S104 - the address that must not be trusted
        ("10.0.0.5", Role.PUBLIC),
        ("", Role.PUBLIC),
    ],
)
def test_only_a_server_on_loopback_has_an_owner(address: str, role: Role) -> None:
    assert role_of_server(address) is role


@pytest.mark.parametrize(
    "label",
    ["", "  ", "amina@example.org", "OCHA +235 66 12 34 56", "x" * 81],
)
def test_a_label_that_names_a_person_or_nobody_is_refused(label: str) -> None:
    with pytest.raises(NotAllowed) as refused:
        Office(label)

    assert refused.value.code == "label-is-personal"


@pytest.mark.parametrize("label", ["OCHA Tchad", "Cluster WASH 2", "مكتب أوتشا في اليمن"])
def test_an_office_goes_by_its_name(label: str) -> None:
    assert Office(label).label == label


def test_a_public_reader_may_not_publish() -> None:
    with pytest.raises(NotAllowed) as refused:
        require(Office("OCHA", Role.PUBLIC), Permission.PUBLISH)

    assert refused.value.code == "not-allowed"
