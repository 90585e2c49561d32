from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from gallery.views import index


@hooks.register("register_admin_urls")
def add_the_gallery() -> list[URLPattern]:
    """Serve the gallery under /gestion/, to whoever signs in."""
    return [path("composants/", index, name="gallery")]


@hooks.register("register_help_menu_item")
def add_to_the_help_menu() -> MenuItem:
    """Lead to the gallery from the help menu."""
    return MenuItem(_("Composants du site"), reverse("gallery"), icon_name="desktop", order=1200)
