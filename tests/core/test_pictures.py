"""Pictures in pages: formats, widths, what keeps their place, what they cost."""

import re
from html import unescape
from io import BytesIO

import pytest
from django.core.management import call_command
from django.template import Context, Template
from PIL import Image

from core.models import Generation, Picture, PictureRendition
from core.pictures.queries import card_pictures
from core.pictures.renditions import SHAPES, every_spec, prepare
from home.models import StandardPage
from tests.core import picture_files as files

pytestmark = pytest.mark.django_db


def shown(picture, arguments="", **context):
    template = Template(f"{{% load pictures %}}{{% responsive_picture picture {arguments} %}}")
    return template.render(Context({"picture": picture, **context})).strip()


def ready(image=None, name="photo.jpg", **values):
    picture = files.stored(image, name, **values)
    prepare(picture)
    return picture


def attributes(html, tag="img"):
    found = re.search(rf"<{tag}\b([^>]*)>", html).group(1)
    return {name: unescape(value) for name, value in re.findall(r"([\w-]+)=\"([^\"]*)\"", found)}


def widths(srcset):
    return [int(width) for width in re.findall(r" (\d+)w", srcset)]


def test_shows_nothing_where_there_is_no_picture():
    assert shown(None) == ""


def test_offers_three_formats_the_lightest_first():
    html = shown(ready(files.drawn(1800, 1200)), 'sizes="50vw"')

    assert re.findall(r"<source type=\"([^\"]+)\"", html) == ["image/avif", "image/webp"]
    assert attributes(html)["src"].endswith(".jpg")
    assert html.count('sizes="50vw"') == 3


def test_offers_several_widths_and_never_more_pixels_than_the_picture_has():
    large = attributes(shown(ready(files.drawn(1800, 1200))))["srcset"]
    small = attributes(shown(ready(files.drawn(900, 600))))["srcset"]
    tiny = attributes(shown(ready(files.drawn(60, 40))))["srcset"]

    assert widths(large) == [400, 800, 1200, 1600]
    assert widths(small) == [400, 800, 900]
    assert widths(tiny) == [60]


@pytest.mark.parametrize(("ratio", "expected"), [("", 3 / 2), ("card", 3 / 2), ("wide", 16 / 9), ("square", 1)])
def test_keeps_its_place_before_it_arrives(ratio, expected):
    said = attributes(shown(ready(files.drawn(1800, 1200)), f'ratio="{ratio}"'))

    assert int(said["width"]) / int(said["height"]) == pytest.approx(expected, rel=0.01)


def test_waits_to_be_in_view_unless_it_is_at_once():
    picture = ready(files.drawn(600, 400))

    later, now = shown(picture), shown(picture, "eager=True")

    assert attributes(later)["loading"] == "lazy"
    assert "loading" not in attributes(now)
    assert attributes(now)["fetchpriority"] == "high"
    assert attributes(later)["decoding"] == attributes(now)["decoding"] == "async"


def test_says_what_the_page_says_else_its_own_description_else_nothing():
    picture = ready(files.drawn(600, 400), description="Une façade isolée")
    mute = ready(files.drawn(600, 400))

    assert attributes(shown(picture))["alt"] == "Une façade isolée"
    assert attributes(shown(picture, "alt=words", words="Autre chose"))["alt"] == "Autre chose"
    assert attributes(shown(picture, "decorative=True"))["alt"] == ""
    assert attributes(shown(mute))["alt"] == ""
    assert "Façade" not in shown(mute)


def test_a_text_cannot_leave_its_attribute():
    words = {"words": '"><script>alert(1)</script>', "name": '"><b>'}

    html = shown(ready(files.drawn(60, 40)), "alt=words css=name", **words)

    assert "<script>" not in html
    assert "<b>" not in html


def test_is_cut_around_its_focal_point():
    """The picture is red then blue; its focal point is at the far right."""
    image = files.drawn(1800, 600)
    focus = {"focal_point_x": 1700, "focal_point_y": 300, "focal_point_width": 100, "focal_point_height": 100}

    centred, right = ready(image), ready(image, **focus)

    assert colours(centred, "square") == {"red", "blue"}
    assert colours(right, "square") == {"blue"}


def colours(picture, ratio):
    rendition = picture.renditions.get(filter_spec=SHAPES[ratio].spec(400, "jpeg"))
    with rendition.file.open() as file:
        image = Image.open(BytesIO(file.read())).convert("RGB")
    edges = [image.getpixel((x, image.height // 2)) for x in (10, image.width - 10)]
    return {"red" if red > blue else "blue" for red, _, blue in edges}


def test_a_focal_point_that_moves_gives_other_renditions():
    picture = ready(files.drawn(1800, 600))
    before = attributes(shown(picture, 'ratio="square"'))["src"]

    picture.focal_point_x, picture.focal_point_y = 1700, 300
    picture.focal_point_width = picture.focal_point_height = 100
    picture.save()
    prepare(picture)

    assert attributes(shown(picture, 'ratio="square"'))["src"] != before


def test_a_drawing_that_one_sees_through_falls_back_on_png():
    html = shown(ready(files.seen_through(600, 400), "dessin.png"))

    assert attributes(html)["src"].endswith(".png")
    for rendition in PictureRendition.objects.all():
        with rendition.file.open() as file:
            assert Image.open(BytesIO(file.read())).convert("RGBA").getpixel((5, 5))[3] == 0


def test_a_reader_waits_for_one_small_rendition_at_most():
    picture = files.stored(files.drawn(1800, 1200))

    html = shown(picture)

    assert [one.filter_spec for one in picture.renditions.all()] == ["width-800|format-jpeg"]
    assert widths(attributes(html)["srcset"]) == [800]
    assert "<source" not in html


def test_a_file_that_is_lost_does_not_break_the_page():
    picture = files.stored(files.drawn(600, 400))
    picture.file.storage.delete(picture.file.name)

    assert shown(picture) == ""


def test_a_list_asks_the_same_questions_whatever_its_length(django_assert_num_queries):
    for number in range(6):
        ready(files.drawn(60, 40), f"photo-{number}.jpg")

    with django_assert_num_queries(2):
        cards = [shown(picture, 'ratio="card"') for picture in Picture.objects.with_card_renditions()]

    assert len(set(cards)) == 6
    assert all("image/avif" in card for card in cards)


def test_pages_bring_their_pictures_with_them(django_assert_num_queries):
    root = StandardPage.get_first_root_node()
    for number in range(4):
        root.add_child(instance=StandardPage(title=f"Page {number}", slug=f"p{number}", picture=ready(files.drawn())))

    with django_assert_num_queries(3):
        pages = list(StandardPage.objects.filter(slug__startswith="p").prefetch_related(card_pictures()))
        assert all("image/avif" in shown(page.picture, 'ratio="card"') for page in pages)


def test_one_picture_alone_asks_one_question(django_assert_num_queries):
    picture = Picture.objects.get(pk=ready(files.drawn(600, 400)).pk)

    with django_assert_num_queries(1):
        shown(picture)


def test_the_command_completes_what_programs_stored_and_only_that(django_assert_num_queries):
    picture = files.stored(files.drawn(900, 600))
    call_command("make_renditions", verbosity=0)

    assert set(picture.renditions.values_list("filter_spec", flat=True)) == set(every_spec(picture))
    with django_assert_num_queries(2):
        call_command("make_renditions", verbosity=0)


def test_a_picture_that_changes_ends_the_pages_kept_in_memory():
    picture = ready(files.drawn(60, 40))
    before = Generation.current()

    picture.save()

    assert Generation.current() > before


def test_the_command_ends_the_pages_kept_in_memory_when_it_made_something():
    files.stored(files.drawn(60, 40))
    before = Generation.current()

    call_command("make_renditions", verbosity=0)

    assert Generation.current() > before


def test_the_command_is_not_stopped_by_a_lost_file():
    lost, picture = files.stored(files.drawn(), "perdue.jpg"), files.stored(files.drawn())
    lost.file.storage.delete(lost.file.name)

    call_command("make_renditions", verbosity=0)

    assert picture.renditions.exists()
    assert not lost.renditions.exists()


def test_the_address_of_a_rendition_changes_with_what_it_shows():
    first = ready(files.drawn(60, 40), "adresse.jpg")
    first_addresses = {rendition.file.name for rendition in first.renditions.all()}
    first.delete()
    for name in {first.file.name, *first_addresses}:
        first.file.storage.delete(name)

    second = ready(files.drawn(40, 60), "adresse.jpg")

    assert second.file.name == first.file.name
    assert not first_addresses & {rendition.file.name for rendition in second.renditions.all()}
