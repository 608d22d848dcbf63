"""The registry's tables, one file per stage of the flow.

Every fact has two clocks: the period or date it is about, and `recorded_at`,
when the registry learned it (UTC). Corrections are new rows.
"""

from lantu.store.models.access import Account, Assignment, OuterIdentity, SignInAttempt
from lantu.store.models.adjustments import Adjustment, AdjustmentStep
from lantu.store.models.audit import AuditRow
from lantu.store.models.breakdowns import TargetPart, TargetTheme
from lantu.store.models.cases import Case, CaseFile, CaseStep
from lantu.store.models.checks import CheckRun, FindingDecision, FindingRow, NamePair
from lantu.store.models.departments import Department, Headship, Ownership
from lantu.store.models.documents import Document, Plan, PlanFiling, PlanVersion
from lantu.store.models.filing import DraftFigure, Evidence, ReportingTask, ReturnSheet, SheetStep, Workflow
from lantu.store.models.findings import Notice
from lantu.store.models.indicators import Indicator, Place
from lantu.store.models.jobs import Job
from lantu.store.models.judgements import PlanTarget, StandingRow
from lantu.store.models.lake import LakeCounter, LakeFlush, ReadingImport, StagedBatch
from lantu.store.models.messages import Message, MessageWish
from lantu.store.models.observations import ReturnBatch, StagedObservation, ValueRow
from lantu.store.models.projects import Project, ProjectReport, ProjectReportStep, ProjectSetting, ProjectYear
from lantu.store.models.publications import Publication
from lantu.store.models.readings import PlanEntry, PlanSection, PlanTable
from lantu.store.models.reports import PassageText, ReportRow
from lantu.store.models.reviews import EntryDecision
from lantu.store.models.scores import Objection, ObjectionAnswer, ScoreRules, ScoreRun
from lantu.store.models.search import SearchRow
from lantu.store.models.tasks import Milestone, Task, TaskReport, TaskReportStep, TaskSetting
from lantu.store.models.tokens import ApiToken, KeptAnswer
from lantu.store.models.warnings import WarningRow, WarningStep

__all__ = [
    "Account",
    "Adjustment",
    "AdjustmentStep",
    "ApiToken",
    "Assignment",
    "AuditRow",
    "Case",
    "CaseFile",
    "CaseStep",
    "CheckRun",
    "Department",
    "Document",
    "DraftFigure",
    "EntryDecision",
    "Evidence",
    "FindingDecision",
    "FindingRow",
    "Headship",
    "Indicator",
    "Job",
    "KeptAnswer",
    "LakeCounter",
    "LakeFlush",
    "Message",
    "MessageWish",
    "Milestone",
    "NamePair",
    "Notice",
    "Objection",
    "ObjectionAnswer",
    "OuterIdentity",
    "Ownership",
    "PassageText",
    "Place",
    "Plan",
    "PlanEntry",
    "PlanFiling",
    "PlanSection",
    "PlanTable",
    "PlanTarget",
    "PlanVersion",
    "Project",
    "ProjectReport",
    "ProjectReportStep",
    "ProjectSetting",
    "ProjectYear",
    "Publication",
    "ReadingImport",
    "ReportRow",
    "ReportingTask",
    "ReturnBatch",
    "ReturnSheet",
    "ScoreRules",
    "ScoreRun",
    "SearchRow",
    "SheetStep",
    "SignInAttempt",
    "StagedBatch",
    "StagedObservation",
    "StandingRow",
    "TargetPart",
    "TargetTheme",
    "Task",
    "TaskReport",
    "TaskReportStep",
    "TaskSetting",
    "ValueRow",
    "WarningRow",
    "WarningStep",
    "Workflow",
]
