"""The routes anybody may open without login; the rest is closed (a test walks the resolver)."""

OPEN_ROUTES = frozenset(
    {
        "account_login",
        "public:health",
        "public:privacy",
        "public:accessibility",
    }
)
