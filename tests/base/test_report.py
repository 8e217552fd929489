from __future__ import annotations

from deckgen.base.diagnostics import Diagnostic, Report, Span

PLACE = Span("a.yaml", 3, 5)


def test_one_mistake_of_two_deliveries_is_one_diagnostic() -> None:
    report = Report()
    for delivery in ("1-day", "2-day"):
        report.extend([Diagnostic("DG203", "no sheet 9", PLACE, f"in {delivery} there is …")], delivery)
    report.extend([Diagnostic("DG204", "no objective O9", PLACE)], "2-day")
    assert [(item.code, item.deliveries) for item in report] == [("DG203", ("1-day", "2-day")), ("DG204", ("2-day",))]
    report.name_deliveries(["1-day", "2-day"])
    assert [(item.code, item.deliveries) for item in report] == [("DG203", ()), ("DG204", ("2-day",))]


def test_a_mistake_that_is_in_all_belongs_to_no_delivery() -> None:
    report = Report.of([Diagnostic("DG203", "no sheet 9", PLACE)])
    report.extend([Diagnostic("DG203", "no sheet 9", PLACE)], "1-day")
    assert [item.deliveries for item in report] == [()]
    assert report.count("DG203") == 1 and report.has_errors


def test_warnings_are_no_errors() -> None:
    assert not Report.of([Diagnostic("DG404", "a topic", PLACE)]).has_errors


def test_a_place_without_lines_is_its_name() -> None:
    assert str(Span("--set date", 0, 0)) == "--set date" and str(PLACE) == "a.yaml:3:5"
