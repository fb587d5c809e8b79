"""What is said of minutes that cannot be read."""

MINUTES_SAID = {
    "invalid": "Skriv et helt antal minutter – for eksempel 45.",
    "required": "Skriv, hvor mange minutter I var sammen.",
}
