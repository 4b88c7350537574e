using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Eva.Migrations
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "eva_audit",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Who = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Act = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Change = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Fields = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_beneficiaries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StructureId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_beneficiaries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_campaign_codes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_campaign_codes", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "eva_campaigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Label = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Code = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    StructureId = table.Column<Guid>(type: "uuid", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Parcours = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Situations = table.Column<List<string>>(type: "text[]", nullable: false),
                    WithWriting = table.Column<bool>(type: "boolean", nullable: false),
                    IsPrivate = table.Column<bool>(type: "boolean", nullable: false),
                    DeactivatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    DeactivatedBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_campaign_guests",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    AddedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    AddedBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_campaign_guests", x => new { x.CampaignId, x.AccountId });
                    table.ForeignKey(
                        name: "FK_eva_campaign_guests_eva_campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "eva_campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_evaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CampaignId = table.Column<Guid>(type: "uuid", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ConsentedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ConsentVersion = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    TokenHash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_evaluations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_evaluations_eva_beneficiaries_BeneficiaryId",
                        column: x => x.BeneficiaryId,
                        principalTable: "eva_beneficiaries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_eva_evaluations_eva_campaigns_CampaignId",
                        column: x => x.CampaignId,
                        principalTable: "eva_campaigns",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "eva_backgrounds",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Age = table.Column<int>(type: "integer", nullable: true),
                    AgeState = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    Gender = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    FrenchMotherTongue = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    SchoolingPlace = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    LastLevel = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    LastSituation = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    Device = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    ComputerEase = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_backgrounds", x => x.EvaluationId);
                    table.ForeignKey(
                        name: "FK_eva_backgrounds_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_results",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Engine = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    EngineVersion = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    NormsVersion = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    ComputedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Score = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_results", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_results_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Situation = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Seed = table.Column<int>(type: "integer", nullable: false),
                    StartedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FinishedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    LastPosition = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_runs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_runs_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_events",
                columns: table => new
                {
                    RunId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Date = table.Column<long>(type: "bigint", nullable: false),
                    ReceivedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Data = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_events", x => new { x.RunId, x.Position });
                    table.ForeignKey(
                        name: "FK_eva_events_eva_runs_RunId",
                        column: x => x.RunId,
                        principalTable: "eva_runs",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_eva_audit_At",
                table: "eva_audit",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_eva_audit_Subject",
                table: "eva_audit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_eva_beneficiaries_Code",
                table: "eva_beneficiaries",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_campaigns_AuthorId",
                table: "eva_campaigns",
                column: "AuthorId");

            migrationBuilder.CreateIndex(
                name: "IX_eva_campaigns_Code",
                table: "eva_campaigns",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_campaigns_StructureId_Label",
                table: "eva_campaigns",
                columns: new[] { "StructureId", "Label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_evaluations_BeneficiaryId",
                table: "eva_evaluations",
                column: "BeneficiaryId");

            migrationBuilder.CreateIndex(
                name: "IX_eva_evaluations_CampaignId_StartedAt",
                table: "eva_evaluations",
                columns: new[] { "CampaignId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_eva_results_EvaluationId_Engine_EngineVersion_NormsVersion",
                table: "eva_results",
                columns: new[] { "EvaluationId", "Engine", "EngineVersion", "NormsVersion" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_runs_EvaluationId_Situation",
                table: "eva_runs",
                columns: new[] { "EvaluationId", "Situation" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "eva_audit");

            migrationBuilder.DropTable(
                name: "eva_backgrounds");

            migrationBuilder.DropTable(
                name: "eva_campaign_codes");

            migrationBuilder.DropTable(
                name: "eva_campaign_guests");

            migrationBuilder.DropTable(
                name: "eva_events");

            migrationBuilder.DropTable(
                name: "eva_results");

            migrationBuilder.DropTable(
                name: "eva_runs");

            migrationBuilder.DropTable(
                name: "eva_evaluations");

            migrationBuilder.DropTable(
                name: "eva_beneficiaries");

            migrationBuilder.DropTable(
                name: "eva_campaigns");
        }
    }
}
