import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0007_marks"),
    ]

    operations = [
        migrations.CreateModel(
            name="WarningRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.CharField(max_length=200, unique=True)),
                ("cause", models.CharField(max_length=20)),
                ("subject", models.CharField(max_length=300)),
                ("indicator_code", models.CharField(blank=True, max_length=80)),
                ("name", models.CharField(max_length=300)),
                ("department", models.CharField(blank=True, max_length=120)),
                (
                    "level",
                    models.CharField(
                        choices=[("blue", "蓝色"), ("yellow", "黄色"), ("orange", "橙色"), ("red", "红色")],
                        max_length=6,
                    ),
                ),
                ("rule", models.CharField(max_length=40)),
                ("is_open", models.BooleanField(default=True)),
                ("since", models.DateField()),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                ("recorded_at", models.DateTimeField()),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="warnings", to="store.place"
                    ),
                ),
            ],
            options={
                "ordering": ["-opened_on", "id"],
            },
        ),
        migrations.CreateModel(
            name="WarningStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "step",
                    models.CharField(
                        choices=[("opened", "发布"), ("raised", "升级"), ("lowered", "降级"), ("closed", "解除")],
                        max_length=7,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[("blue", "蓝色"), ("yellow", "黄色"), ("orange", "橙色"), ("red", "红色")],
                        max_length=6,
                    ),
                ),
                ("rule", models.CharField(max_length=40)),
                ("rule_name", models.CharField(blank=True, max_length=120)),
                ("rule_name_en", models.CharField(blank=True, max_length=120)),
                ("as_of", models.DateField()),
                ("evidence", models.JSONField(default=list)),
                ("recorded_at", models.DateTimeField()),
                (
                    "warning",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="store.warningrow"
                    ),
                ),
            ],
            options={
                "ordering": ["warning_id", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="warningrow",
            index=models.Index(fields=["is_open", "level"], name="store_warni_is_open_61d755_idx"),
        ),
        migrations.AddConstraint(
            model_name="warningrow",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_open", True)), fields=("cause", "subject"), name="one_open_warning_a_cause"
            ),
        ),
    ]
