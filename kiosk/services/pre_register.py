"""Confirm a pre-registration (Phiếu khai trước): one durable row, one number, one slip."""

from collections.abc import Callable
from datetime import datetime

from kiosk.domain.dossiers import ConfirmedDossier, PreRegistration
from kiosk.domain.print_documents import PrintDocument
from kiosk.ports.tasks import Lane, TaskRunner
from kiosk.services.submit_dossier import SubmitDossier

SlipBuilder = Callable[[str, str, str, datetime], PrintDocument]


class PreRegister:
    """Takes confirmed answers to the DATABASE lane; wakes printing and upload after the commit."""

    def __init__(self, tasks: TaskRunner, submit: SubmitDossier, *, kept: Callable[[], None]) -> None:
        self._tasks, self._submit, self._kept = tasks, submit, kept

    def confirm(
        self,
        pre: PreRegistration,
        *,
        token: str,
        build_slip: SlipBuilder,
        done: Callable[[ConfirmedDossier], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Keep the answers durably; `done` is called only after the commit.

        The same `token` returns the same dossier: a double touch is one number. `failed` receives
        StorageFull or StorageBroken: nothing was kept then, and the screen says so.
        """

        def kept(dossier: ConfirmedDossier) -> None:
            self._kept()
            done(dossier)

        self._tasks.submit(
            Lane.DATABASE,
            lambda: self._submit.submit(pre, token=token, build_slip=build_slip),
            done=kept,
            failed=failed,
        )
