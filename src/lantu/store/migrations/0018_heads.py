"""Who heads a department, or answers for it in the place's leadership."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """One more table."""

    dependencies = [
        ("store", "0017_value_indexes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Headship",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("head", "负责人"), ("leader", "分管领导")], max_length=6)),
                ("name", models.CharField(blank=True, max_length=120)),
                ("post", models.CharField(blank=True, max_length=120)),
                ("from_on", models.DateField()),
                ("reason", models.TextField(blank=True)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="headships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "department",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="headships", to="store.department"
                    ),
                ),
            ],
            options={
                "ordering": ["department_id", "kind", "from_on", "recorded_at", "id"],
            },
        ),
    ]
