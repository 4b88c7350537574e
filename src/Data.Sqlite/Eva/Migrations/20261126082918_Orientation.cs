using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Eva.Migrations
{
    /// <inheritdoc />
    public partial class Orientation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "eva_agreed_actions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_agreed_actions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_agreed_actions_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_orientation_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Use = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MeasuredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false),
                    ConfirmedAt = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_orientation_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_plans", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_plans_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_eva_agreed_actions_EvaluationId",
                table: "eva_agreed_actions",
                column: "EvaluationId");

            migrationBuilder.CreateIndex(
                name: "IX_eva_orientation_files_Use_ConfirmedAt",
                table: "eva_orientation_files",
                columns: new[] { "Use", "ConfirmedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_eva_plans_EvaluationId_Number",
                table: "eva_plans",
                columns: new[] { "EvaluationId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "eva_agreed_actions");

            migrationBuilder.DropTable(
                name: "eva_orientation_files");

            migrationBuilder.DropTable(
                name: "eva_plans");
        }
    }
}
