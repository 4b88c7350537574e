using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Eva.Migrations
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
                    table.PrimaryKey("PK_eva_audit", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_beneficiaries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    StructureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_beneficiaries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_campaign_codes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_campaign_codes", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "eva_campaigns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    StructureId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Parcours = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Situations = table.Column<string>(type: "TEXT", nullable: false),
                    WithWriting = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsPrivate = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeactivatedAt = table.Column<string>(type: "TEXT", nullable: true),
                    DeactivatedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_campaigns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_campaign_guests",
                columns: table => new
                {
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<string>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CampaignId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<string>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<string>(type: "TEXT", nullable: true),
                    ConsentedAt = table.Column<string>(type: "TEXT", nullable: false),
                    ConsentVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    TokenHash = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Age = table.Column<int>(type: "INTEGER", nullable: true),
                    AgeState = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Gender = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    FrenchMotherTongue = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    SchoolingPlace = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    LastLevel = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    LastSituation = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    Device = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true),
                    ComputerEase = table.Column<string>(type: "TEXT", maxLength: 30, nullable: true)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Engine = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    EngineVersion = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    NormsVersion = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    ComputedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Score = table.Column<string>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Situation = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Seed = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<string>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<string>(type: "TEXT", nullable: true),
                    LastPosition = table.Column<int>(type: "INTEGER", nullable: true)
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
                    RunId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 50, nullable: false),
                    Date = table.Column<long>(type: "INTEGER", nullable: false),
                    ReceivedAt = table.Column<string>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
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
