using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Incubator.Migrations
{
    /// <inheritdoc />
    public partial class Incubator : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "incubator_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Who = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "incubator_startups",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Mission = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Incubator = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Sponsors = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Link = table.Column<string>(type: "TEXT", nullable: true),
                    Repository = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_startups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "incubator_conventions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slug = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Delegator = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Delegate = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WrittenHardStop = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AmountAe = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    AmountCp = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    ManifestoVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    RequiredAttendeesText = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    NoticeReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    StoppedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Turns = table.Column<long>(type: "INTEGER", nullable: false),
                    Clauses_Accounts = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Clauses_ChecksConflicts = table.Column<bool>(type: "INTEGER", nullable: false),
                    Clauses_DurationMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Clauses_EffectNeedsPublication = table.Column<bool>(type: "INTEGER", nullable: false),
                    Clauses_ExplicitEligibility = table.Column<bool>(type: "INTEGER", nullable: false),
                    Clauses_FollowUpMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Clauses_FranceConnect = table.Column<bool>(type: "INTEGER", nullable: false),
                    Clauses_IntrapreneurShare = table.Column<int>(type: "INTEGER", nullable: true),
                    Clauses_IntrapreneurWithinMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Clauses_InvestmentMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    Clauses_NeedsBusinessReferent = table.Column<bool>(type: "INTEGER", nullable: false),
                    Clauses_NoticeMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    Clauses_Opinions = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Clauses_PrestationNames = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Clauses_RiskWorkshop = table.Column<bool>(type: "INTEGER", nullable: false),
                    Clauses_Stats = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Clauses_YearlySchedule = table.Column<bool>(type: "INTEGER", nullable: false),
                    Imputation_Activity = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Imputation_CostCentre = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Imputation_FinancialCentre = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Imputation_FunctionalDomain = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Imputation_MinisterialAxis = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_conventions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_conventions_incubator_startups_StartupId",
                        column: x => x.StartupId,
                        principalTable: "incubator_startups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_phases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    End = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CommitteeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Lessons = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_phases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_phases_incubator_startups_StartupId",
                        column: x => x.StartupId,
                        principalTable: "incubator_startups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_workshops",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartupId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    StaleBecause = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    StaleSince = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_workshops", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_workshops_incubator_startups_StartupId",
                        column: x => x.StartupId,
                        principalTable: "incubator_startups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_avenants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DeltaAe = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    DeltaCp = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    NewEnd = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    NewHardStop = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    CommitteeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_avenants", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_avenants_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_breaches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EngagementNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Facts = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_breaches", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_breaches_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_chorus_readings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Engaged = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    Paid = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_chorus_readings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_chorus_readings_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_committees",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    MeetingOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    CalledAt = table.Column<string>(type: "TEXT", nullable: false),
                    CalledBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    DossierText = table.Column<string>(type: "TEXT", nullable: true),
                    LockedAt = table.Column<string>(type: "TEXT", nullable: true),
                    Attendees = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    AbsenceReason = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    Decision = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Minutes = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    EvidenceAsked = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: true),
                    ProvisionalMonths = table.Column<int>(type: "INTEGER", nullable: true),
                    EnvelopeAe = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: true),
                    EnvelopeCp = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: true),
                    ClosedAt = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_committees", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_committees_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_engagements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Position = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_engagements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_engagements_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_experts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Employer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DeclaredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_experts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_experts_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_forecasts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Prestation = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Ae = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    Cp = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_forecasts", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_forecasts_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_journal",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    After = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_journal", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_journal_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_mandates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Duty = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Share = table.Column<int>(type: "INTEGER", nullable: true),
                    MissionLetter = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    GivenBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    GivenAt = table.Column<string>(type: "TEXT", nullable: false),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_mandates", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_mandates_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    SentAt = table.Column<string>(type: "TEXT", nullable: false),
                    AcknowledgedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AcknowledgedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_notices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_notices_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_statements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IsFinal = table.Column<bool>(type: "INTEGER", nullable: false),
                    Progress = table.Column<string>(type: "TEXT", maxLength: 5000, nullable: false),
                    FiguresText = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    SentBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SentAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_statements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_statements_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_tasks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_tasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_tasks_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_risks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    WorkshopId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Component = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    FearedEvent = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Impact = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Severity = table.Column<int>(type: "INTEGER", nullable: false),
                    Likelihood = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    TestName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    IsResidual = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_risks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_risks_incubator_workshops_WorkshopId",
                        column: x => x.WorkshopId,
                        principalTable: "incubator_workshops",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_orders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Supplier = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Contract = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ContractEnd = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Prestation = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ExclTax = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    InclTax = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    PlacedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpertId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlacedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_orders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_orders_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_incubator_orders_incubator_experts_ExpertId",
                        column: x => x.ExpertId,
                        principalTable: "incubator_experts",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "incubator_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Ae = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    Cp = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    Service = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReversesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Label = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    PreviousHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Imputation_Activity = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Imputation_CostCentre = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Imputation_FinancialCentre = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Imputation_FunctionalDomain = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Imputation_MinisterialAxis = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_entries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_entries_incubator_conventions_ConventionId",
                        column: x => x.ConventionId,
                        principalTable: "incubator_conventions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_incubator_entries_incubator_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "incubator_orders",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "incubator_chorus_records",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reference = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_chorus_records", x => x.EntryId);
                    table.ForeignKey(
                        name: "FK_incubator_chorus_records_incubator_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "incubator_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "incubator_services",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConventionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DeliveredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Deliverables = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Amount = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    Before = table.Column<decimal>(type: "TEXT", precision: 14, scale: 2, nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_incubator_services", x => x.Id);
                    table.ForeignKey(
                        name: "FK_incubator_services_incubator_entries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "incubator_entries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_incubator_services_incubator_orders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "incubator_orders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_incubator_audit_At",
                table: "incubator_audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_audit_Subject",
                table: "incubator_audit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_avenants_ConventionId_Number",
                table: "incubator_avenants",
                columns: new[] { "ConventionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_breaches_ConventionId",
                table: "incubator_breaches",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_chorus_readings_ConventionId",
                table: "incubator_chorus_readings",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_committees_ConventionId",
                table: "incubator_committees",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_conventions_Slug",
                table: "incubator_conventions",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_conventions_StartupId",
                table: "incubator_conventions",
                column: "StartupId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_engagements_ConventionId_Number",
                table: "incubator_engagements",
                columns: new[] { "ConventionId", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_incubator_entries_ConventionId_Number",
                table: "incubator_entries",
                columns: new[] { "ConventionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_entries_OrderId",
                table: "incubator_entries",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_entries_ReversesId",
                table: "incubator_entries",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_experts_ConventionId",
                table: "incubator_experts",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_forecasts_ConventionId_Month",
                table: "incubator_forecasts",
                columns: new[] { "ConventionId", "Month" });

            migrationBuilder.CreateIndex(
                name: "IX_incubator_journal_ConventionId_Number",
                table: "incubator_journal",
                columns: new[] { "ConventionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_mandates_AccountId",
                table: "incubator_mandates",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_mandates_ConventionId",
                table: "incubator_mandates",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_notices_ConventionId",
                table: "incubator_notices",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_orders_ConventionId_Number",
                table: "incubator_orders",
                columns: new[] { "ConventionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_orders_ExpertId",
                table: "incubator_orders",
                column: "ExpertId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_phases_StartupId_Name",
                table: "incubator_phases",
                columns: new[] { "StartupId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_risks_WorkshopId",
                table: "incubator_risks",
                column: "WorkshopId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_services_EntryId",
                table: "incubator_services",
                column: "EntryId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_services_OrderId",
                table: "incubator_services",
                column: "OrderId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_startups_Slug",
                table: "incubator_startups",
                column: "Slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_statements_ConventionId_Month",
                table: "incubator_statements",
                columns: new[] { "ConventionId", "Month" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_incubator_tasks_ConventionId",
                table: "incubator_tasks",
                column: "ConventionId");

            migrationBuilder.CreateIndex(
                name: "IX_incubator_workshops_StartupId",
                table: "incubator_workshops",
                column: "StartupId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "incubator_audit");

            migrationBuilder.DropTable(
                name: "incubator_avenants");

            migrationBuilder.DropTable(
                name: "incubator_breaches");

            migrationBuilder.DropTable(
                name: "incubator_chorus_readings");

            migrationBuilder.DropTable(
                name: "incubator_chorus_records");

            migrationBuilder.DropTable(
                name: "incubator_committees");

            migrationBuilder.DropTable(
                name: "incubator_engagements");

            migrationBuilder.DropTable(
                name: "incubator_forecasts");

            migrationBuilder.DropTable(
                name: "incubator_journal");

            migrationBuilder.DropTable(
                name: "incubator_mandates");

            migrationBuilder.DropTable(
                name: "incubator_notices");

            migrationBuilder.DropTable(
                name: "incubator_phases");

            migrationBuilder.DropTable(
                name: "incubator_risks");

            migrationBuilder.DropTable(
                name: "incubator_services");

            migrationBuilder.DropTable(
                name: "incubator_statements");

            migrationBuilder.DropTable(
                name: "incubator_tasks");

            migrationBuilder.DropTable(
                name: "incubator_workshops");

            migrationBuilder.DropTable(
                name: "incubator_entries");

            migrationBuilder.DropTable(
                name: "incubator_orders");

            migrationBuilder.DropTable(
                name: "incubator_experts");

            migrationBuilder.DropTable(
                name: "incubator_conventions");

            migrationBuilder.DropTable(
                name: "incubator_startups");
        }
    }
}
