"""Make the groups of those who write, publish and advise. Permissions are made here: `post_migrate` comes too late."""

from django.db import migrations

WRITERS, PUBLISHERS, ADVISERS = "Rédaction", "Publication", "Conseil"
FORMER = {"Editors": WRITERS, "Moderators": PUBLISHERS}  # Wagtail's own, renamed so that their members stay
PAGE_RIGHTS = {
    WRITERS: ("add", "change"),
    PUBLISHERS: ("add", "change", "publish", "bulk_delete", "lock", "unlock"),
}
RIGHTS = {
    WRITERS: {("wagtail_localize", "translation"): ("submit",)},
    PUBLISHERS: {
        ("wagtail_localize", "translation"): ("submit",),
        ("core", "sitesettings"): ("change",),
        ("core", "accessibilityaudit"): ("add", "change", "delete", "view"),
        ("home", "topic"): ("add", "change", "delete", "view"),
        ("wagtailredirects", "redirect"): ("add", "change", "delete", "view"),
    },
    ADVISERS: {},
}


class Makers:
    """The historical models that a right is made of."""

    def __init__(self, apps):
        self.types = apps.get_model("contenttypes", "ContentType").objects
        self.permissions = apps.get_model("auth", "Permission").objects
        self.groups = apps.get_model("auth", "Group").objects

    def permission(self, app, model, action):
        content_type, _ = self.types.get_or_create(app_label=app, model=model)
        wanted = {"content_type": content_type, "codename": f"{action}_{model}"}
        return self.permissions.get_or_create(**wanted, defaults={"name": f"Can {action} {model}"})[0]


def make_roles(apps, schema_editor):
    make = Makers(apps)
    for former, name in FORMER.items():
        make.groups.filter(name=former).update(name=name)
    access = make.permissions.filter(content_type__app_label="wagtailadmin", codename="access_admin").first()
    for name, rights in RIGHTS.items():
        group, _ = make.groups.get_or_create(name=name)
        if access:
            group.permissions.add(access)
        for (app, model), actions in rights.items():
            group.permissions.add(*(make.permission(app, model, action) for action in actions))
    _open_pages(apps, make)
    _name_workflow(apps)


def _open_pages(apps, make):
    root = apps.get_model("wagtailcore", "Page").objects.filter(depth=1).first()
    allowed = apps.get_model("wagtailcore", "GroupPagePermission").objects
    for name, actions in PAGE_RIGHTS.items():
        for action in actions:
            permission = make.permission("wagtailcore", "page", action)
            allowed.get_or_create(group=make.groups.get(name=name), page=root, permission=permission)


def _name_workflow(apps):
    apps.get_model("wagtailcore", "Task").objects.filter(name="Moderators approval").update(name="Relecture")
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").update(
        name="Relecture avant publication"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_say_that_an_account_exists"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("core", "0002_editorial_site"),
        ("home", "0002_editorial_pages"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0011_add_choose_permissions"),
        ("wagtailimages", "0023_add_choose_permissions"),
        ("wagtailredirects", "0001_initial"),
        ("wagtail_localize", "0006_create_submit_translation_permission"),
    ]
    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop)]
