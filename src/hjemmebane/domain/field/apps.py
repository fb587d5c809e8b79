from django.apps import AppConfig


class FieldConfig(AppConfig):
    name = "hjemmebane.domain.field"
