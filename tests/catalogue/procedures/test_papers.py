"""The papers of a dossier as a list to tick."""

from dataclasses import replace

from lantoa.catalogue.procedures.content import Content, DossierCase, Paper
from lantoa.catalogue.procedures.papers import paper_cases, paper_summary
from lantoa.ui.formats import unpublished


def asking(content: Content, *cases: DossierCase) -> Content:
    return replace(content, dossier=cases)


def names(content: Content) -> list[str]:
    return [paper.name for case in paper_cases(content) for paper in case.papers]


def test_a_paper_says_how_many(birth: Content):
    counts = [paper.count for paper in paper_cases(birth)[0].papers]
    assert counts == ["1 bản chính", "1 bản chính, 2 bản sao"]


def test_papers_stand_in_the_order_of_their_own_numbers(birth: Content):
    jumbled = DossierCase("", (Paper("(2) Ảnh"), Paper("(1) Đơn"), Paper("(10) Khác")))
    assert names(asking(birth, jumbled)) == ["(1) Đơn", "(2) Ảnh", "(10) Khác"]


def test_papers_only_some_of_which_are_numbered_stay_where_they_are(birth: Content):
    mixed = DossierCase("", (Paper("(2) Ảnh"), Paper("Đơn")))
    assert names(asking(birth, mixed)) == ["(2) Ảnh", "Đơn"]


def test_dashes_and_semicolons_of_the_source_are_left_out(birth: Content):
    case = DossierCase("* Giấy phải nộp:", (Paper("- Tờ khai;"),))
    assert names(asking(birth, case)) == ["Tờ khai"]
    assert paper_cases(asking(birth, case))[0].title == "Giấy phải nộp"


def test_a_name_of_signs_only_stays(birth: Content):
    assert names(asking(birth, DossierCase("", (Paper("- -"),)))) == ["- -"]


def test_the_card_counts_papers(birth: Content):
    assert paper_summary(birth) == "2 loại giấy tờ"


def test_remarks_among_the_papers_are_not_counted(birth: Content):
    remarks = DossierCase("* Lưu ý:", (Paper("Người có căn cước không phải nộp giấy này."),))
    noted = asking(birth, DossierCase("Giấy phải nộp", (Paper("Tờ khai"),)), remarks)
    assert paper_cases(noted)[1].is_note
    assert paper_summary(noted) == "1 loại giấy tờ"


def test_the_card_counts_cases_too(birth: Content):
    cases = DossierCase("Nộp", (Paper("a"),)), DossierCase("Xuất trình", (Paper("b"),))
    assert paper_summary(asking(birth, *cases)) == "2 loại giấy tờ, chia theo 2 phần"


def test_no_papers_is_not_published_rather_than_none(birth: Content):
    assert paper_summary(asking(birth)) == unpublished()


def test_a_raw_dossier_points_to_itself(birth: Content):
    assert paper_summary(replace(birth, dossier=(), dossier_text="x")) == "xem phần giấy tờ"
