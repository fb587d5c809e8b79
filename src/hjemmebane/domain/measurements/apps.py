from django.apps import AppConfig


class MeasurementsConfig(AppConfig):
    name = "hjemmebane.domain.measurements"
