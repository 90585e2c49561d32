"""Let those who publish keep the figures that decrees fix."""

from django.db import migrations

PUBLISHERS = "Publication"
MODELS = ("primaryenergyfactor", "labelthreshold")
ACTIONS = ("add", "change", "delete", "view")


def grant(apps, schema_editor):
    types = apps.get_model("contenttypes", "ContentType").objects
    permissions = apps.get_model("auth", "Permission").objects
    group = apps.get_model("auth", "Group").objects.get(name=PUBLISHERS)
    for model in MODELS:
        content_type, _ = types.get_or_create(app_label="energy", model=model)
        for action in ACTIONS:
            wanted = {"content_type": content_type, "codename": f"{action}_{model}"}
            group.permissions.add(permissions.get_or_create(**wanted, defaults={"name": f"Can {action} {model}"})[0])


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_roles"), ("energy", "0001_initial")]
    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
