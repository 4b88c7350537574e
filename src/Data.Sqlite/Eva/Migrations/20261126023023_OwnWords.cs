using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Sqlite.Eva.Migrations
{
    /// <inheritdoc />
    public partial class OwnWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "WithConfidence",
                table: "eva_campaigns",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "WithHealth",
                table: "eva_campaigns",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "WithSelfPositioning",
                table: "eva_campaigns",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "eva_health_answers",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_health_answers", x => new { x.EvaluationId, x.Question });
                    table.ForeignKey(
                        name: "FK_eva_health_answers_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "eva_self_answers",
                columns: table => new
                {
                    EvaluationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    At = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_self_answers", x => new { x.EvaluationId, x.Question });
                    table.ForeignKey(
                        name: "FK_eva_self_answers_eva_evaluations_EvaluationId",
                        column: x => x.EvaluationId,
                        principalTable: "eva_evaluations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "eva_health_answers");

            migrationBuilder.DropTable(
                name: "eva_self_answers");

            migrationBuilder.DropColumn(
                name: "WithConfidence",
                table: "eva_campaigns");

            migrationBuilder.DropColumn(
                name: "WithHealth",
                table: "eva_campaigns");

            migrationBuilder.DropColumn(
                name: "WithSelfPositioning",
                table: "eva_campaigns");
        }
    }
}
