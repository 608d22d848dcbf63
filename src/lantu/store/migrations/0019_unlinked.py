"""An account may be unlinked from a subject of the sign-in service; the subject may then mean another."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """When a link ended; one account a subject among those that did not."""

    dependencies = [
        ("store", "0018_heads"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="outeridentity",
            name="one_account_a_subject",
        ),
        migrations.AddField(
            model_name="outeridentity",
            name="ended_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="outeridentity",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("issuer", "subject"),
                name="one_account_a_linked_subject",
            ),
        ),
    ]
