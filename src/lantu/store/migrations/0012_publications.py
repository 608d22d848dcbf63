import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0011_cases_and_tasks"),
    ]

    operations = [
        migrations.CreateModel(
            name="Publication",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.IntegerField()),
                ("as_of", models.DateField(null=True)),
                ("body", models.JSONField()),
                ("digest", models.CharField(max_length=64)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="publications", to="store.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["plan_id", "number"],
                "constraints": [models.UniqueConstraint(fields=("plan", "number"), name="one_number_a_publication")],
            },
        ),
    ]
