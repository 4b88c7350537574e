using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Eva.Migrations
{
    /// <inheritdoc />
    public partial class Restit : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "eva_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    About = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Proposed = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    Kept = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<string>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true)
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
                name: "eva_writing_readings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Answers = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "eva_writing_readings");
        }
    }
}
