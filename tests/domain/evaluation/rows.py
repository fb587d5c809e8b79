"""Rows of the case file as texts, with only what a test is about said."""

ONE = {
    "case": "f1",
    "citizen": "b1",
    "team": "t1",
    "started": "2021-01",
    "status": "ACTIVE",
    "holds": "0",
    "weeks": "52",
    "contacts": "100",
    "met": "80",
    "minutes": "4000",
    "plan": "YES",
}
TEAM = {
    "team": "t1",
    "name": "Nordlys",
    "method": "M_ACT",
    "from_month": "2020-10",
    "until_month": "2022-06",
}


def cases(number, **said):
    """So many courses, one citizen each; a callable value is asked with the row's number."""
    return [
        {
            **ONE,
            "case": f"f{place}",
            "citizen": f"b{place}",
            **{
                name: (str(value(place)) if callable(value) else value)
                for name, value in said.items()
            },
        }
        for place in range(number)
    ]
