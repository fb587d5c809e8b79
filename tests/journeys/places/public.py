"""What anybody can open."""

from tests.journeys.places.place import Place

PUBLIC = [
    Place("account_login", "login", who=""),
    Place("public:privacy", "privacy", who=""),
    Place("public:accessibility", "accessibility", who=""),
    Place(
        "public:doors:invitation",
        "invitation",
        lambda _demo: {"code": "ACDE-FHJK-LMNP"},
        who="",
    ),
    Place("public:doors:come_in", "come-in", who=""),
    Place("public:doors:log_in", "citizens-login", who=""),
    Place("public:referrals:new", "refer", who=""),
    Place("public:referrals:receipt", "refer-no-receipt", who=""),
    Place("public:referrals:status", "refer-status", who=""),
]
