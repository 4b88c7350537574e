using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Incubator.Migrations
{
    /// <inheritdoc />
    public partial class ImpactRisksCompliance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_incubator_engagements_ConventionId_Number",
                table: "incubator_engagements");

            migrationBuilder.DropColumn(
                name: "StaleSince",
                table: "incubator_workshops");

            migrationBuilder.DropColumn(
                name: "Component",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "FearedEvent",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "Impact",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "IsResidual",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "Measure",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "Severity",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "Source",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "TestName",
                table: "incubator_risks");

            migrationBuilder.RenameColumn(
                name: "StaleBecause",
                table: "incubator_workshops",
                newName: "OutOfScope");

            migrationBuilder.AddColumn<string>(
                name: "At",
                table: "incubator_workshops",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "By",
                table: "incubator_workshops",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<int>(
                name: "Ceiling",
                table: "incubator_workshops",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Facilitation",
                table: "incubator_workshops",
                type: "TEXT",
                maxLength: 30,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Figure",
                table: "incubator_workshops",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "At",
                table: "incubator_risks",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "By",
                table: "incubator_risks",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "ComponentId",
                table: "incubator_risks",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<Guid>(
                name: "EventId",
                table: "incubator_risks",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "MeasuresText",
                table: "incubator_risks",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "SourceId",
                table: "incubator_risks",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "TestsText",
                table: "incubator_risks",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Comment",
                table: "incubator_phases",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "AcceptedOn",
                table: "incubator_engagements",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.CreateTable(
                name: "incubator_acceptances",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RiskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToTake = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    TakenOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TakenBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_acceptances", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_acceptances_incubator_risks_RiskId",
                        column: x => x.RiskId,
                        principalTable: "incubator_risks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_accessibility_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_accessibility_plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "incubator_audits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Organisation = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    Technologies = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Environments = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Tools = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Derogations = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedAt = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<string>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_audits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "incubator_card_events",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_card_events", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_card_events_incubator_startups_StartupId",
                        column: x => x.StartupId,
                        principalTable: "incubator_startups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_cards",
                columns: table => new
                {
                    StartupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccessibilityStatus = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    DashlordUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Stats = table.Column<bool>(type: "INTEGER", nullable: true),
                    StatsUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    BudgetUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    RiskAnalysis = table.Column<bool>(type: "INTEGER", nullable: true),
                    RiskAnalysisUrl = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    MonServiceSecurise = table.Column<bool>(type: "INTEGER", nullable: true),
                    Incubators = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Techno = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    UserTypes = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Thematiques = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RedirectFrom = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    FastPromotion = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    FastMontant = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Content = table.Column<string>(type: "TEXT", maxLength: 50000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_cards", x => x.StartupId);
                    table.ForeignKey(
                        name: "FK_incubator_cards_incubator_startups_StartupId",
                        column: x => x.StartupId,
                        principalTable: "incubator_startups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_check_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<string>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    BegunAt = table.Column<string>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<string>(type: "TEXT", nullable: true),
                    Version = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_check_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "incubator_figure_readings",
                columns: table => new
                {
                    StartupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_figure_readings", x => new { x.StartupId, x.Figure, x.On });
                    table.ForeignKey(
                        name: "FK_incubator_figure_readings_incubator_startups_StartupId",
                        column: x => x.StartupId,
                        principalTable: "incubator_startups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_homologations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Authority = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Criteria = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Figure = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Ceiling = table.Column<int>(type: "INTEGER", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_homologations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_homologations_incubator_startups_StartupId",
                        column: x => x.StartupId,
                        principalTable: "incubator_startups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_indicators",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_indicators", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_indicators_incubator_startups_StartupId",
                        column: x => x.StartupId,
                        principalTable: "incubator_startups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Availability = table.Column<int>(type: "INTEGER", nullable: false),
                    Integrity = table.Column<int>(type: "INTEGER", nullable: false),
                    Confidentiality = table.Column<int>(type: "INTEGER", nullable: false),
                    Proof = table.Column<int>(type: "INTEGER", nullable: false),
                    Stars = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedFor = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_notes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_notes_incubator_workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "incubator_workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_suspensions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BreachId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Withdrawn = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    LiftedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    LiftedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    LiftedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_suspensions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_suspensions_incubator_breaches_BreachId",
                        column: x => x.BreachId,
                        principalTable: "incubator_breaches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_incubator_suspensions_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_test_loads",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Commit = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RanAt = table.Column<string>(type: "TEXT", nullable: false),
                    LoadedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Passed = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Skipped = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_test_loads", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "incubator_triggers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    What = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_triggers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_triggers_incubator_workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "incubator_workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_audit_pages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuditId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_audit_pages", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_audit_pages_incubator_audits_AuditId",
                        column: x => x.AuditId,
                        principalTable: "incubator_audits",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_check_grades",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Letter = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_check_grades", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_check_grades_incubator_check_runs_RunId",
                        column: x => x.RunId,
                        principalTable: "incubator_check_runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_check_results",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Service = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Criterion = table.Column<int>(type: "INTEGER", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_check_results", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_check_results_incubator_check_runs_RunId",
                        column: x => x.RunId,
                        principalTable: "incubator_check_runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_alarms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HomologationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Reading = table.Column<int>(type: "INTEGER", nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_alarms", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_alarms_incubator_homologations_HomologationId",
                        column: x => x.HomologationId,
                        principalTable: "incubator_homologations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_definitions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Formula = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Axis = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Shape = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Frequency = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    LessIsBetter = table.Column<bool>(type: "INTEGER", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Counted = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_definitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_definitions_incubator_indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "incubator_indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_test_outcomes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_test_outcomes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_test_outcomes_incubator_test_loads_LoadId",
                        column: x => x.LoadId,
                        principalTable: "incubator_test_loads",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_audit_results",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PageId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Criterion = table.Column<string>(type: "TEXT", maxLength: 5, nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    IsDerogated = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_audit_results", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_audit_results_incubator_audit_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "incubator_audit_pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_goals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Target = table.Column<double>(type: "REAL", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_goals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_goals_incubator_definitions_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "incubator_definitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_incubator_goals_incubator_indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "incubator_indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_measures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IndicatorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DefinitionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<double>(type: "REAL", nullable: false),
                    Low = table.Column<double>(type: "REAL", nullable: true),
                    High = table.Column<double>(type: "REAL", nullable: true),
                    N = table.Column<int>(type: "INTEGER", nullable: false),
                    Part = table.Column<int>(type: "INTEGER", nullable: true),
                    Taken = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_measures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_measures_incubator_definitions_DefinitionId",
                        column: x => x.DefinitionId,
                        principalTable: "incubator_definitions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_incubator_measures_incubator_indicators_IndicatorId",
                        column: x => x.IndicatorId,
                        principalTable: "incubator_indicators",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_incubator_risks_ComponentId",
                table: "incubator_risks",
                column: "ComponentId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_risks_EventId",
                table: "incubator_risks",
                column: "EventId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_risks_SourceId",
                table: "incubator_risks",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_engagements_ConventionId_Number",
                table: "incubator_engagements",
                columns: new[] { "ConventionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_acceptances_RiskId",
                table: "incubator_acceptances",
                column: "RiskId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_alarms_HomologationId_Kind",
                table: "incubator_alarms",
                columns: new[] { "HomologationId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_audit_pages_AuditId_Number",
                table: "incubator_audit_pages",
                columns: new[] { "AuditId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_audit_results_PageId_Criterion",
                table: "incubator_audit_results",
                columns: new[] { "PageId", "Criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_card_events_StartupId",
                table: "incubator_card_events",
                column: "StartupId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_check_grades_RunId_Service_Name",
                table: "incubator_check_grades",
                columns: new[] { "RunId", "Service", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_check_results_RunId_Service_Criterion",
                table: "incubator_check_results",
                columns: new[] { "RunId", "Service", "Criterion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_check_runs_DoneAt",
                table: "incubator_check_runs",
                column: "DoneAt");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_definitions_IndicatorId_Version",
                table: "incubator_definitions",
                columns: new[] { "IndicatorId", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_goals_DefinitionId",
                table: "incubator_goals",
                column: "DefinitionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_goals_IndicatorId",
                table: "incubator_goals",
                column: "IndicatorId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_homologations_StartupId",
                table: "incubator_homologations",
                column: "StartupId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_indicators_StartupId_Name",
                table: "incubator_indicators",
                columns: new[] { "StartupId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_measures_DefinitionId",
                table: "incubator_measures",
                column: "DefinitionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_measures_IndicatorId_Month",
                table: "incubator_measures",
                columns: new[] { "IndicatorId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_incubator_notes_WorkshopId",
                table: "incubator_notes",
                column: "WorkshopId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_suspensions_BreachId",
                table: "incubator_suspensions",
                column: "BreachId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_suspensions_ConventionId",
                table: "incubator_suspensions",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_test_outcomes_LoadId",
                table: "incubator_test_outcomes",
                column: "LoadId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_triggers_WorkshopId",
                table: "incubator_triggers",
                column: "WorkshopId");

            migrationBuilder.AddForeignKey(
                name: "FK_incubator_risks_incubator_notes_ComponentId",
                table: "incubator_risks",
                column: "ComponentId",
                principalTable: "incubator_notes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_incubator_risks_incubator_notes_EventId",
                table: "incubator_risks",
                column: "EventId",
                principalTable: "incubator_notes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_incubator_risks_incubator_notes_SourceId",
                table: "incubator_risks",
                column: "SourceId",
                principalTable: "incubator_notes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_incubator_risks_incubator_notes_ComponentId",
                table: "incubator_risks");

            migrationBuilder.DropForeignKey(
                name: "FK_incubator_risks_incubator_notes_EventId",
                table: "incubator_risks");

            migrationBuilder.DropForeignKey(
                name: "FK_incubator_risks_incubator_notes_SourceId",
                table: "incubator_risks");

            migrationBuilder.DropTable(
                name: "incubator_acceptances");

            migrationBuilder.DropTable(
                name: "incubator_accessibility_plans");

            migrationBuilder.DropTable(
                name: "incubator_alarms");

            migrationBuilder.DropTable(
                name: "incubator_audit_results");

            migrationBuilder.DropTable(
                name: "incubator_card_events");

            migrationBuilder.DropTable(
                name: "incubator_cards");

            migrationBuilder.DropTable(
                name: "incubator_check_grades");

            migrationBuilder.DropTable(
                name: "incubator_check_results");

            migrationBuilder.DropTable(
                name: "incubator_figure_readings");

            migrationBuilder.DropTable(
                name: "incubator_goals");

            migrationBuilder.DropTable(
                name: "incubator_measures");

            migrationBuilder.DropTable(
                name: "incubator_notes");

            migrationBuilder.DropTable(
                name: "incubator_suspensions");

            migrationBuilder.DropTable(
                name: "incubator_test_outcomes");

            migrationBuilder.DropTable(
                name: "incubator_triggers");

            migrationBuilder.DropTable(
                name: "incubator_homologations");

            migrationBuilder.DropTable(
                name: "incubator_audit_pages");

            migrationBuilder.DropTable(
                name: "incubator_check_runs");

            migrationBuilder.DropTable(
                name: "incubator_definitions");

            migrationBuilder.DropTable(
                name: "incubator_test_loads");

            migrationBuilder.DropTable(
                name: "incubator_audits");

            migrationBuilder.DropTable(
                name: "incubator_indicators");

            migrationBuilder.DropIndex(
                name: "IX_incubator_risks_ComponentId",
                table: "incubator_risks");

            migrationBuilder.DropIndex(
                name: "IX_incubator_risks_EventId",
                table: "incubator_risks");

            migrationBuilder.DropIndex(
                name: "IX_incubator_risks_SourceId",
                table: "incubator_risks");

            migrationBuilder.DropIndex(
                name: "IX_incubator_engagements_ConventionId_Number",
                table: "incubator_engagements");

            migrationBuilder.DropColumn(
                name: "At",
                table: "incubator_workshops");

            migrationBuilder.DropColumn(
                name: "By",
                table: "incubator_workshops");

            migrationBuilder.DropColumn(
                name: "Ceiling",
                table: "incubator_workshops");

            migrationBuilder.DropColumn(
                name: "Facilitation",
                table: "incubator_workshops");

            migrationBuilder.DropColumn(
                name: "Figure",
                table: "incubator_workshops");

            migrationBuilder.DropColumn(
                name: "At",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "By",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "ComponentId",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "EventId",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "MeasuresText",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "SourceId",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "TestsText",
                table: "incubator_risks");

            migrationBuilder.DropColumn(
                name: "Comment",
                table: "incubator_phases");

            migrationBuilder.DropColumn(
                name: "AcceptedOn",
                table: "incubator_engagements");

            migrationBuilder.RenameColumn(
                name: "OutOfScope",
                table: "incubator_workshops",
                newName: "StaleBecause");

            migrationBuilder.AddColumn<DateOnly>(
                name: "StaleSince",
                table: "incubator_workshops",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Component",
                table: "incubator_risks",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FearedEvent",
                table: "incubator_risks",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Impact",
                table: "incubator_risks",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "IsResidual",
                table: "incubator_risks",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Measure",
                table: "incubator_risks",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Severity",
                table: "incubator_risks",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Source",
                table: "incubator_risks",
                type: "TEXT",
                maxLength: 300,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "TestName",
                table: "incubator_risks",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_engagements_ConventionId_Number",
                table: "incubator_engagements",
                columns: new[] { "ConventionId", "Number" });
        }
    }
}
