"""An editor signed in, who may keep pictures and documents and nothing else, and what such a person sends."""

from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from accounts.models import User

# Wagtail asks for the rights of its own models, whatever the project's are.
RIGHTS = [f"{action}_{model}" for model in ("image", "document") for action in ("add", "change", "choose", "delete")]


def signed_in_editor() -> Client:
    """Give a browser where an editor is signed in."""
    group = Group.objects.create(name="Bibliothèque d’essai")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in Permission.objects.filter(codename__in=RIGHTS):
        GroupCollectionPermission.objects.create(
            group=group, collection=Collection.get_first_root_node(), permission=right
        )
    user = User.objects.create_user("redaction@exemple.fr", "mot-de-passe-long")
    user.groups.add(group)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def send_picture(editor: Client, content: bytes, name: str = "photo.jpg") -> dict[str, Any]:
    """Send a picture by the page where several are dropped; give what the page is told."""
    return _drop(editor, "wagtailimages:add_multiple", content, name)


def send_document(editor: Client, content: bytes, name: str = "guide.pdf") -> dict[str, Any]:
    """Send a document by the page where several are dropped; give what the page is told."""
    return _drop(editor, "wagtaildocs:add_multiple", content, name)


def _drop(editor: Client, address: str, content: bytes, name: str) -> dict[str, Any]:
    answer = editor.post(reverse(address), {"title": "Essai", "files[]": SimpleUploadedFile(name, content)})
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told
