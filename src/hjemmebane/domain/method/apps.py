from django.apps import AppConfig

from hjemmebane.domain.method import queries


class MethodConfig(AppConfig):
    name = "hjemmebane.domain.method"

    def ready(self) -> None:
        queries.dacts()
        queries.packs()  # a broken pack stops the start, not the first reader
