"""From upload to application."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks, Settings

from lantoa.catalogue.importing import actions, queries
from lantoa.catalogue.importing.errors import FileRefusedError, WrongStateError
from lantoa.catalogue.importing.models import ImportRow, ImportRun
from lantoa.catalogue.procedures import queries as procedures
from lantoa.catalogue.procedures.errors import CatalogueChangedError
from lantoa.core.audit.queries import rows_about

pytestmark = pytest.mark.django_db


def keep(stream: BytesIO, now: datetime, name: str = "tep.jsonl") -> ImportRun:
    return actions.receive_file(by="lan", name=name, stream=stream, complete=False, now=now)


def acts(run: ImportRun) -> list[str]:
    found = rows_about(f"import {run.pk}").values_list("action", flat=True)
    return [action.rpartition(".")[2] for action in reversed(found)]


def test_a_received_file_is_kept_with_its_fingerprint(jsonl, now: datetime) -> None:
    run = keep(jsonl({}), now)
    assert (run.status, run.uploaded_by, len(run.file_digest)) == ("received", "lan", 64)
    assert default_storage.open(run.file_path).read() == jsonl({}).getvalue()


def test_names_that_users_choose_lead_nowhere(jsonl, now: datetime) -> None:
    run = keep(jsonl({}), now, name="../../etc/x.jsonl")
    assert run.file_path.startswith("imports/20261120-")
    assert ".." not in run.file_path


@pytest.mark.parametrize("name", ["tep.exe", "tep.xlsx"])
def test_a_file_of_no_known_kind_is_not_kept(jsonl, now: datetime, name: str) -> None:
    with pytest.raises(FileRefusedError):
        keep(jsonl({}), now, name=name)
    assert not ImportRun.objects.exists()


def test_a_file_larger_than_allowed_is_not_kept(jsonl, now: datetime, settings: Settings) -> None:
    settings.MAX_UPLOAD_MB = 0
    with pytest.raises(FileRefusedError, match="quá lớn"):
        keep(jsonl({}), now)


def test_a_read_file_waits_with_its_rows(received) -> None:
    run = received({}, {"code": ""}, {"code": "1.2"})
    assert (run.status, run.counts["new"], run.counts["rejected"]) == ("proposed", 2, 1)
    assert run.problem_counts == {"code_missing": 1, "code_malformed": 1}
    assert list(queries.rows(run.pk, outcome="rejected").values_list("line", flat=True)) == [2]


def test_reading_changes_nothing_in_the_catalogue(received) -> None:
    received({})
    assert procedures.is_empty()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_says_why(content: bytes, now: datetime) -> None:
    run = keep(BytesIO(content), now)
    actions.propose(run_id=run.pk, now=now)
    run.refresh_from_db()
    assert (run.status, run.problem) == ("failed", "not_utf8" if content else "empty_file")


def test_applying_publishes_new_and_changed_ones(applied, birth) -> None:
    applied({}, {"code": "1.000002", "name": "Đăng ký kết hôn"})
    run = applied({"result": "Giấy khai sinh"})
    page = procedures.procedure_page("1.001193")
    assert (run.status, run.counts["changed"]) == ("applied", 1)
    assert page is not None
    assert (page.number, page.content.result) == (2, "Giấy khai sinh")


def test_the_same_file_again_changes_nothing(applied) -> None:
    applied({})
    digest = procedures.catalogue_digest()
    run = applied({})
    assert (run.counts["unchanged"], run.counts["changed"], run.counts["new"]) == (1, 0, 0)
    assert procedures.catalogue_digest() == digest


def test_a_later_reading_moves_the_day_of_an_equal_one(applied) -> None:
    applied({})
    applied({"crawled": "2026-09-01"})
    page = procedures.procedure_page("1.001193")
    assert page is not None
    assert str(page.synced_at) == "2026-09-01"


def test_a_complete_file_withdraws_the_rest(applied) -> None:
    applied({}, {"code": "1.000002"})
    run = applied({}, complete=True)
    page = procedures.procedure_page("1.000002")
    assert page is not None
    assert (run.counts["withdrawn"], page.status) == (1, "withdrawn")


def test_a_replaced_one_leads_on_to_its_successor(applied) -> None:
    applied({"status": "replaced", "replaced_by": "1.000002"}, {"code": "1.000002"})
    page = procedures.procedure_page("1.001193")
    assert page is not None
    assert (page.status, page.replaced_by) == ("replaced", "1.000002")


def test_rows_give_up_their_contents_once_applied(applied) -> None:
    applied({}, {"code": "1.2"})
    assert not ImportRow.objects.exclude(body=None).exists()


def test_an_import_for_another_catalogue_is_refused_and_can_be_read_again(
    received, applied, now: datetime
) -> None:
    run = received({"result": "A"})
    applied({"result": "B"})
    with pytest.raises(CatalogueChangedError):
        actions.apply_import(import_id=run.pk, by="lan", now=now)
    run.refresh_from_db()
    assert (run.status, run.problem) == ("proposed", "catalogue_changed")
    actions.read_again(import_id=run.pk, by="lan", now=now)
    actions.propose(run_id=run.pk, now=now)
    actions.apply_import(import_id=run.pk, by="lan", now=now)
    run.refresh_from_db()
    assert (run.status, run.counts["changed"]) == ("applied", 1)


def test_a_failure_half_way_leaves_everything_as_it_was(
    received, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = received({})
    monkeypatch.setattr(actions, "_tell", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.apply_import(import_id=run.pk, by="lan", now=now)
    run.refresh_from_db()
    assert run.status == "proposed"
    assert procedures.is_empty()


@pytest.mark.parametrize("act", ["request_apply", "apply_import", "read_again", "discard"])
def test_an_applied_import_is_finished(applied, now: datetime, act: str) -> None:
    run = applied({})
    with pytest.raises(WrongStateError):
        getattr(actions, act)(import_id=run.pk, by="lan", now=now)


def test_discarding_deletes_the_file_and_changes_nothing(
    received, now: datetime, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    run = received({})
    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(import_id=run.pk, by="lan", now=now)
    run.refresh_from_db()
    assert run.status == "discarded"
    assert not default_storage.exists(run.file_path)
    assert procedures.is_empty()


def test_every_act_stands_in_the_audit_log(received, now: datetime) -> None:
    run = received({})
    actions.request_apply(import_id=run.pk, by="lan", now=now)
    actions.apply_import(import_id=run.pk, by="lan", now=now)
    assert acts(run) == ["receive", "propose", "request_apply", "apply"]


@pytest.mark.parametrize(
    ("act", "job"),
    [("request_apply", "catalogue.importing.apply"), ("read_again", "catalogue.importing.read")],
)
def test_long_work_goes_to_the_background(
    received, now: datetime, monkeypatch: pytest.MonkeyPatch, act: str, job: str
) -> None:
    asked: list[str] = []
    run = received({})
    monkeypatch.setattr(actions, "enqueue", lambda name, **_: asked.append(name))
    getattr(actions, act)(import_id=run.pk, by="lan", now=now)
    assert asked == [job]


def test_applying_has_the_index_rebuilt(
    received, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    run = received({})
    monkeypatch.setattr(actions, "enqueue", lambda name, **_: asked.append(name))
    actions.apply_import(import_id=run.pk, by="lan", now=now)
    assert asked == ["catalogue.search.rebuild"]


def test_imports_wait_until_somebody_decides(received, applied) -> None:
    waiting = received({})
    applied({"code": "1.2"})
    assert list(queries.waiting_runs()) == [waiting]


def test_rows_can_be_narrowed_to_a_problem(received) -> None:
    run = received({}, {"code": "1.2"}, {"code": "1.3", "level": []})
    assert queries.rows(run.pk, problem="levels_missing").get().code == "1.3"
    assert queries.rows(run.pk, problem="any").count() == 2
    assert queries.rows(run.pk).count() == 3


def test_a_changed_row_shows_before_and_after(received, applied) -> None:
    applied({"result": "Cũ"})
    run = received({"result": "Mới"})
    (change,) = queries.row_changes(run.rows.get())
    assert [(line.mark, line.text) for line in change.lines] == [
        ("removed", "Cũ"),
        ("added", "Mới"),
    ]


def test_a_preview_keeps_nothing(
    jsonl: Callable[..., BytesIO], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    told: list[int] = []
    with django_assert_num_queries(2):
        found = queries.preview(jsonl({}), "x.jsonl", complete=True, on_line=told.append)
    assert (found.counts["new"], told) == (1, [1])
    assert not ImportRun.objects.exists()


def test_a_row_that_changes_nothing_has_nothing_to_compare(received) -> None:
    assert queries.row_changes(received({}).rows.get()) == []


def test_an_applied_row_has_its_comparison_in_the_history_of_the_procedure(applied) -> None:
    applied({"result": "Cũ"})
    assert queries.row_changes(applied({"result": "Mới"}).rows.get()) == []


def test_an_import_and_its_rows_say_what_they_are(received) -> None:
    run = received({})
    assert str(run) == "tep.jsonl (proposed)"
    assert str(run.rows.get()) == "1 1.001193 new"


@pytest.mark.parametrize(
    ("by", "said"), [("lan", "lan"), ("system", "Hệ thống"), ("operator", "Người vận hành")]
)
def test_who_brought_a_file_in_is_said_in_words(by: str, said: str) -> None:
    assert ImportRun(uploaded_by=by).uploader == said


def test_discarding_an_unreadable_file_is_possible(now: datetime) -> None:
    run = keep(BytesIO(b"\xff"), now)
    actions.propose(run_id=run.pk, now=now)
    actions.discard(import_id=run.pk, by="lan", now=now)
    assert queries.runs().get().status == "discarded"


def test_a_file_is_read_once(received, now: datetime) -> None:
    run = received({})
    with pytest.raises(WrongStateError):
        actions.propose(run_id=run.pk, now=now)


def test_two_imports_of_one_catalogue_cannot_both_be_applied(received, now: datetime) -> None:
    first, second = received({}), received({"code": "1.000002"})
    actions.apply_import(import_id=first.pk, by="lan", now=now)
    with pytest.raises(CatalogueChangedError):
        actions.apply_import(import_id=second.pk, by="lan", now=now)
    assert procedures.counts().all == 1


def test_a_changed_status_alone_makes_no_version(applied) -> None:
    applied({})
    applied({"status": "withdrawn"})
    page = procedures.procedure_page("1.001193")
    assert page is not None
    assert (page.number, page.status) == (1, "withdrawn")


def test_what_was_stated_of_a_province_survives_an_import_that_does_not_say_it(applied) -> None:
    local = {"decision": "1/QĐ-UBND", "agency": ""}
    applied({**local, "publisher": "Gia Lai"})
    assert applied(local).counts["unchanged"] == 1


def test_variants_come_together_across_imports(applied) -> None:
    applied({})
    applied({"code": "3.000001", "publisher": "Gia Lai"})
    page = procedures.procedure_page("1.001193")
    assert page is not None
    assert [variant.publisher for variant in page.variants] == ["Gia Lai"]
