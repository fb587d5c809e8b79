from hjemmebane.foundation.letters import alphabetical_key


def test_names_stand_in_danish_order():
    names = ["Østen", "bo", "Åse", "Zoe", "Aage", "Ægir", "Anna"]

    assert sorted(names, key=alphabetical_key) == [
        "Anna",
        "bo",
        "Zoe",
        "Ægir",
        "Østen",
        "Aage",
        "Åse",
    ]
