"""Voice notes and pictures: sealed as they come, sent when their visit is, in parts that resume."""

from hashlib import sha256
from io import BytesIO

from PIL import Image
from playwright.sync_api import expect

from tests.design.field.test_visits import items_of, settled

PART = 256 * 1024
AN_HOUR = 14_400_000  # bytes, at 32 kbit a second


def picture():
    drawn = BytesIO()
    image = Image.new("RGB", (2400, 1200), "green")
    exif = image.getexif()
    exif[0x010E] = "Taget på Vestergade"
    image.save(drawn, "JPEG", exif=exif)
    return {"name": "vestergade.jpg", "mimeType": "image/jpeg", "buffer": drawn.getvalue()}


def begin_visit(phone):
    phone.tap("Log besøg")
    phone.choose("Mødtes")
    phone.tap("Som aftalt: 45 min.")


def test_voice_is_heard_kept_and_received_whole(phone, service):
    phone.begin()
    begin_visit(phone)
    phone.tap("Indtal")
    phone.page.wait_for_timeout(1500)
    phone.tap("Stop – vi lytter")
    phone.write("Hvad handler det om?", "Om båden")
    phone.tap("Gem", exact=True)
    settled(phone)

    [item] = items_of(service, "attachment")
    content = service.contents[item["id"]]
    assert content[:4] == b"\x1aE\xdf\xa3"  # WebM
    assert sha256(content).hexdigest() == item["body"]["sha256"]
    assert (item["body"]["text"], item["body"]["seconds"] >= 1) == ("Om båden", True)
    assert phone.rows()["parts"] == 0


def test_picture_is_drawn_anew_without_where_it_was_taken(phone, service):
    phone.begin()
    begin_visit(phone)
    phone.page.locator("[data-felt-camera]").set_input_files(picture())
    expect(phone.page.get_by_text("Billede", exact=True)).to_be_visible()
    phone.tap("Gem", exact=True)
    settled(phone)

    [item] = items_of(service, "attachment")
    content = service.contents[item["id"]]
    assert Image.open(BytesIO(content)).size == (1600, 800)
    assert b"Vestergade" not in content
    assert item["body"]["name"] == "billede.jpg"


def test_recording_goes_on_where_it_was_cut_off(phone, service):
    phone.begin()
    phone.offline()
    begin_visit(phone)
    phone.hang_on_a_recording(5 * PART + 17)
    cuts = iter([True, False] * 20)
    service.fault = lambda method, _path: (
        "unanswered" if method == "PUT" and next(cuts, False) else None
    )
    phone.online()
    phone.send_until_done()

    [item] = items_of(service, "attachment")
    assert len(service.contents[item["id"]]) == 5 * PART + 17
    sent = [path for method, path in service.asked if method == "PUT"]
    assert len(sent) <= 12  # resumed, not begun anew each time: 6 parts, each perhaps sent twice


def test_an_hour_of_sound_is_sent(phone, service):
    phone.begin()
    phone.offline()
    begin_visit(phone)
    phone.hang_on_a_recording(AN_HOUR)
    phone.online()
    phone.send_until_done()

    [item] = items_of(service, "attachment")
    assert len(service.contents[item["id"]]) == AN_HOUR
    assert service.times == dict.fromkeys(service.items, 1)


def test_recording_waits_while_its_visit_is_refused_and_goes_with_it(phone, service):
    phone.begin()
    phone.offline()
    begin_visit(phone)
    phone.hang_on_a_recording(1000)
    service.refusals["visit"] = {"reason": "Notatet er for langt."}
    phone.online()
    phone.tap("Udbakke", role="link")
    expect(phone.page.get_by_text("Venter på besøget, som ikke blev modtaget.")).to_be_visible()
    assert service.contents == {}
    service.refusals.clear()

    phone.tap("Åbn")
    phone.tap("Send igen")

    expect(phone.page.get_by_text("Alt er sendt")).to_be_visible()
    assert len(service.items) == 2
