using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Eva.Migrations
{
    /// <inheritdoc />
    public partial class Restitution : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "CohortNorms",
                table: "eva_results",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "eva_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    About = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Proposed = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    Kept = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    Reason = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_decisions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_decisions_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_disagreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_disagreements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_disagreements_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_norm_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Scope = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    IsExploratory = table.Column<bool>(type: "boolean", nullable: false),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    FilterText = table.Column<string>(type: "text", nullable: false),
                    StatisticsText = table.Column<string>(type: "text", nullable: false),
                    RestsOn = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    GatesMissed = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_norm_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Subject = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Reviewer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    Proved = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Remains = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Verdict = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_reviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_sampling_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    StrataText = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_sampling_plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_writing_readings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Answers = table.Column<List<string>>(type: "text[]", nullable: false),
                    Note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_writing_readings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_writing_readings_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_eva_decisions_EvaluationId_At",
                table: "eva_decisions",
                columns: new[] { "EvaluationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_eva_disagreements_EvaluationId_At",
                table: "eva_disagreements",
                columns: new[] { "EvaluationId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_eva_norm_versions_Scope_Number",
                table: "eva_norm_versions",
                columns: new[] { "Scope", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_reviews_Subject",
                table: "eva_reviews",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_eva_sampling_plans_Number",
                table: "eva_sampling_plans",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_eva_writing_readings_EvaluationId_At",
                table: "eva_writing_readings",
                columns: new[] { "EvaluationId", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "eva_decisions");

            migrationBuilder.DropTable(
                name: "eva_disagreements");

            migrationBuilder.DropTable(
                name: "eva_norm_versions");

            migrationBuilder.DropTable(
                name: "eva_reviews");

            migrationBuilder.DropTable(
                name: "eva_sampling_plans");

            migrationBuilder.DropTable(
                name: "eva_writing_readings");

            migrationBuilder.DropColumn(
                name: "CohortNorms",
                table: "eva_results");
        }
    }
}
