import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("store", "0010_api_tokens"),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.CharField(max_length=120, unique=True)),
                (
                    "cause_kind",
                    models.CharField(
                        choices=[
                            ("standing", "进展"),
                            ("warning", "预警"),
                            ("finding", "核查"),
                            ("task", "任务"),
                            ("hand", "直接交办"),
                        ],
                        max_length=10,
                    ),
                ),
                ("cause", models.CharField(blank=True, max_length=300)),
                ("title", models.CharField(max_length=300)),
                ("demand", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("opened", "待交办"),
                            ("assigned", "待签收"),
                            ("accepted", "办理中"),
                            ("answered", "待销号"),
                            ("returned", "退回重办"),
                            ("closed", "已销号"),
                            ("cancelled", "已撤销"),
                        ],
                        default="opened",
                        max_length=10,
                    ),
                ),
                ("is_open", models.BooleanField(default=True)),
                ("due_on", models.DateField(null=True)),
                ("is_due_exact", models.BooleanField(default=True)),
                ("asked_until", models.DateField(null=True)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "department",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="store.department",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="store.findingrow",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="store.place"
                    ),
                ),
                (
                    "standing",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="store.standingrow",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="store.plantarget",
                    ),
                ),
                (
                    "warning",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cases",
                        to="store.warningrow",
                    ),
                ),
            ],
            options={
                "ordering": ["-recorded_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="CaseFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=255)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="files", to="store.case"
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="case_files", to="store.document"
                    ),
                ),
            ],
            options={
                "ordering": ["case_id", "id"],
            },
        ),
        migrations.CreateModel(
            name="CaseStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("opened", "待交办"),
                            ("assigned", "待签收"),
                            ("accepted", "办理中"),
                            ("answered", "待销号"),
                            ("returned", "退回重办"),
                            ("closed", "已销号"),
                            ("cancelled", "已撤销"),
                        ],
                        max_length=10,
                    ),
                ),
                ("department_code", models.CharField(blank=True, max_length=40)),
                ("due_on", models.DateField(null=True)),
                ("is_due_exact", models.BooleanField(default=True)),
                ("asked_until", models.DateField(null=True)),
                ("note", models.TextField(blank=True)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="store.case"
                    ),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="store.casestep",
                    ),
                ),
            ],
            options={
                "ordering": ["case_id", "recorded_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.CharField(max_length=300, unique=True)),
                ("name", models.CharField(max_length=300)),
                ("bodies", models.JSONField(default=list)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="store.planentry"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="store.place"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="store.plan"
                    ),
                ),
            ],
            options={
                "ordering": ["plan_id", "entry_id"],
            },
        ),
        migrations.CreateModel(
            name="Milestone",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=300)),
                ("due_on", models.DateField()),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="milestones", to="store.task"
                    ),
                ),
            ],
            options={
                "ordering": ["task_id", "due_on", "id"],
            },
        ),
        migrations.AddField(
            model_name="case",
            name="task",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="cases", to="store.task"
            ),
        ),
        migrations.CreateModel(
            name="TaskReport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period_start", models.DateField()),
                ("period_end", models.DateField()),
                ("done_pct", models.DecimalField(decimal_places=2, max_digits=5)),
                ("reached", models.JSONField(default=list)),
                ("text", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "已报送"),
                            ("returned", "已退回"),
                            ("accepted", "已认定"),
                            ("withdrawn", "已撤回"),
                        ],
                        max_length=10,
                    ),
                ),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reports", to="store.task"
                    ),
                ),
            ],
            options={
                "ordering": ["task_id", "period_end", "recorded_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="TaskReportStep",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.CharField(max_length=12)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("submitted", "已报送"),
                            ("returned", "已退回"),
                            ("accepted", "已认定"),
                            ("withdrawn", "已撤回"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="steps", to="store.taskreport"
                    ),
                ),
            ],
            options={
                "ordering": ["report_id", "recorded_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="TaskSetting",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("helpers", models.JSONField(default=list)),
                ("is_guessed", models.BooleanField()),
                ("starts_on", models.DateField()),
                ("due_on", models.DateField()),
                ("actor", models.CharField(max_length=150)),
                ("recorded_at", models.DateTimeField()),
                (
                    "lead",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="led_tasks",
                        to="store.department",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="settings", to="store.task"
                    ),
                ),
            ],
            options={
                "ordering": ["task_id", "recorded_at", "id"],
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["is_open", "due_on"], name="store_case_is_open_c37f62_idx"),
        ),
        migrations.AddConstraint(
            model_name="case",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_open", True), models.Q(("cause", ""), _negated=True)),
                fields=("cause_kind", "cause"),
                name="one_open_case_a_cause",
            ),
        ),
        migrations.AddIndex(
            model_name="taskreport",
            index=models.Index(fields=["state"], name="store_taskr_state_e5d999_idx"),
        ),
    ]
