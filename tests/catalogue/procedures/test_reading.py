"""Running text of the source made readable."""

from lantoa.catalogue.procedures.reading import Block, blocks, numbered_steps, unglue


def test_lines_are_paragraphs_and_dashes_are_lists():
    assert blocks("Nộp:\n- tờ khai\n+ bản sao\nXong.") == (
        Block(text="Nộp:"),
        Block(items=((1, "tờ khai"), (2, "bản sao"))),
        Block(text="Xong."),
    )


def test_empty_text_has_no_blocks():
    assert blocks(" \n ") == ()


def test_cells_that_ran_together_come_apart():
    told = unglue("--Tên giấy tờMẫu đơn, tờ khaiSố lượngBản khai1 bản chính,1 bản saoVăn bản khác")
    assert told.splitlines() == ["Bản khai (1 bản chính,1 bản sao)", "Văn bản khác"]


def test_abbreviations_are_not_cut():
    assert unglue("Ứng dụng VNeID và GCNQSDĐ") == "Ứng dụng VNeID và GCNQSDĐ"


def test_glued_dashes_become_a_list():
    assert blocks(unglue("Tờ khai;- Ảnh")) == (
        Block(text="Tờ khai;"),
        Block(items=((1, "Ảnh"),)),
    )


def test_steps_numbered_in_order_lose_their_numbers():
    assert numbered_steps(("Bước 1: Nộp.", "BƯỚC 2. Nhận.")) == ("Nộp.", "Nhận.")


def test_steps_out_of_order_keep_their_words():
    assert numbered_steps(("Bước 2: Nhận.", "Bước 1: Nộp.")) is None


def test_steps_without_numbers_keep_their_words():
    assert numbered_steps(("Nộp.", "Nhận.")) is None
