"""How long something has lasted or lies back, as one says it."""

DAYS_COUNTED = 21
WEEKS_COUNTED = 60
DAYS_IN_YEAR = 365


def span(days: int) -> str:
    """“1 dag”, “12 dage”, “5 uger”, “4 måneder”, “2 år”."""
    if days <= DAYS_COUNTED:
        return f"{days} {'dag' if days == 1 else 'dage'}"
    if days <= WEEKS_COUNTED:
        return f"{days // 7} uger"
    months = days * 12 // DAYS_IN_YEAR
    return f"{months} måneder" if months < 24 else f"{months // 12} år"


def ago(days: int) -> str:
    """“i dag”, “i går”, “for 12 dage siden”, “for 4 måneder siden”."""
    if days <= 0:
        return "i dag"
    return "i går" if days == 1 else f"for {span(days)} siden"


def old(days: int) -> str:
    """“fra i dag”, “fra i går”, “12 dage gammel”."""
    return f"{span(days)} gammel" if days > 1 else f"fra {ago(days)}"
