"""Uploaded pictures, drawn anew: small, square, upright, and nothing of the file in them."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from hjemmebane.foundation.pictures import PictureFlaw, UnusablePicture, square_jpeg
from tests.factories.pictures import BLUE, RED, photograph, picture, png_saying, seen

SIDE = 64


def is_like(found, wanted):
    return all(abs(one - other) < 40 for one, other in zip(found, wanted, strict=True))


def flaw_of(content):
    with pytest.raises(UnusablePicture) as unusable:
        square_jpeg(content, side=SIDE)
    return unusable.value.flaw


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("size", [(400, 400), (300, 900), (900, 300), (20, 30)])
def test_every_kind_and_shape_becomes_a_small_square_jpeg(kind, size):
    drawn = seen(square_jpeg(picture(kind, size=size), side=SIDE))

    assert (drawn.format, drawn.size, drawn.mode) == ("JPEG", (SIDE, SIDE), "RGB")


def test_same_file_gives_the_same_picture():
    assert square_jpeg(photograph(), side=SIDE) == square_jpeg(photograph(), side=SIDE)


def test_photograph_is_turned_the_right_way_up():
    upright = seen(square_jpeg(photograph(orientation=1), side=SIDE))
    turned = seen(square_jpeg(photograph(), side=SIDE))

    assert is_like(upright.getpixel((32, 5)), BLUE)
    assert is_like(turned.getpixel((32, 5)), RED)


def test_nothing_that_the_camera_hid_is_kept():
    drawn = square_jpeg(photograph(), side=SIDE)

    assert b"Hemmelig" in photograph()
    assert b"Hemmelig" not in drawn
    assert dict(seen(drawn).getexif()) == {}
    assert set(seen(drawn).info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "L", "1", "I;16"])
def test_every_mode_is_drawn_and_what_is_clear_is_white(mode):
    made = io.BytesIO()
    Image.new(mode, (50, 50)).save(made, "PNG")

    drawn = seen(square_jpeg(made.getvalue(), side=SIDE))

    clear = mode in {"RGBA", "LA"}
    assert is_like(drawn.getpixel((32, 32)), (255, 255, 255) if clear else (0, 0, 0))


def test_print_colours_are_drawn():
    made = io.BytesIO()
    Image.new("CMYK", (50, 50), (0, 255, 255, 0)).save(made, "JPEG")

    assert is_like(seen(square_jpeg(made.getvalue(), side=SIDE)).getpixel((32, 32)), (254, 0, 0))


@pytest.mark.parametrize(
    "content",
    [b"", b"hej", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>", picture("GIF")],
    ids=["nothing", "words", "pdf", "svg", "gif"],
)
def test_other_files_are_no_pictures(content):
    assert flaw_of(content) is PictureFlaw.WRONG_KIND


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_half_a_file_is_broken(kind):
    whole = picture(kind, size=(900, 900), **({} if kind == "PNG" else {"quality": 95}))

    assert flaw_of(whole[: len(whole) // 2]) in {PictureFlaw.BROKEN, PictureFlaw.WRONG_KIND}


@pytest.mark.parametrize("size", [(6_000, 5_001), (8_000, 7_000), (60_000, 60_000)])
def test_picture_that_unfolds_hugely_is_refused_by_its_header(size):
    assert flaw_of(png_saying(*size)) is PictureFlaw.TOO_MANY_PIXELS


@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_picture_that_the_library_only_warns_of_is_refused_too():
    assert flaw_of(png_saying(8_000, 7_000)) is PictureFlaw.TOO_MANY_PIXELS


@given(
    st.sampled_from(["JPEG", "PNG", "WEBP"]),
    st.floats(0, 1),
    st.binary(min_size=1, max_size=40),
)
def test_no_bytes_are_too_odd_to_be_refused(kind, place, noise):
    content = bytearray(picture(kind, size=(40, 40)))
    at = int(place * len(content))
    content[at : at + len(noise)] = noise
    try:
        drawn = square_jpeg(bytes(content), side=SIDE)
    except UnusablePicture:
        return
    assert seen(drawn).size == (SIDE, SIDE)
