"""Make the group of those who keep the directory. Permissions are made here because `post_migrate` comes too late."""

from django.db import migrations

GROUP = "Annuaire"
RIGHTS = {
    "professional": ("add", "change", "view"),
    "trade": ("add", "change", "view"),
    "qualificationdomain": ("add", "change", "view"),
    "correctionrequest": ("change", "view"),
    "directorysettings": ("change",),
    "importrun": ("view",),
}


def make_group(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=GROUP)
    for model, actions in RIGHTS.items():
        content_type, _ = ContentType.objects.get_or_create(app_label="directory", model=model)
        for action in actions:
            permission, _ = Permission.objects.get_or_create(
                content_type=content_type,
                codename=f"{action}_{model}",
                defaults={"name": f"Can {action} {model}"},
            )
            group.permissions.add(permission)
    access = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin").first()
    if access:
        group.permissions.add(access)


def drop_group(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name=GROUP).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("directory", "0002_corrections_and_staff_lists"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]
    operations = [migrations.RunPython(make_group, drop_group)]
