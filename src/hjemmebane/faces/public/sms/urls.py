from django.urls import path

from hjemmebane.faces.public.sms import views

app_name = "sms"
urlpatterns = [
    path("sms/levering/", views.delivery, name="delivery"),
    path("sms/svar/", views.reply, name="reply"),
]
