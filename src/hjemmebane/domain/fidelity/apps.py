from django.apps import AppConfig


class FidelityConfig(AppConfig):
    name = "hjemmebane.domain.fidelity"
