from django.apps import AppConfig


class OperationsConfig(AppConfig):
    name = "hjemmebane.faces.operations"
