"""The routes anybody may open without login. Everything else is closed; a test walks the resolver."""

OPEN_ROUTES = frozenset(
    {
        "account_login",
        "public:health",
        "public:privacy",
        "public:accessibility",
    }
)
