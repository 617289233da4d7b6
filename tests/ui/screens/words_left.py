"""Leave a question by touch, and look at what the outbox kept of it."""

from kiosk.ports.tasks import Lane


def kept_messages(citizen):
    """The kinds of the rows in the outbox that are no dossiers."""
    found = []
    citizen.kiosk.tasks.submit(Lane.DATABASE, citizen.kiosk.files.outbox.lines, done=found.extend)
    citizen.settle()
    return [line.kind for line in found if line.kind != "dossier"]


def ask(citizen, words="xin hoi"):
    citizen.touch("hub")
    citizen.touch("row-answers")
    citizen.touch("primary")
    citizen.touch("row-papers")
    citizen.type(words + "<submit>")
    citizen.touch("skip")
