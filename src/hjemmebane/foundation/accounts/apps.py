from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "hjemmebane.foundation.accounts"
    label = "accounts"
