using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beffroi.Data.Postgres.Eva.Migrations
{
    /// <inheritdoc />
    public partial class ItemBanks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "eva_bank_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Situation = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_bank_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eva_banks",
                columns: table => new
                {
                    Situation = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Version = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_banks", x => new { x.Situation, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "eva_bank_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Situation = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Bank = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: false),
                    AuthorId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Restores = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eva_bank_versions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_eva_bank_versions_eva_banks_Situation_Bank",
                        columns: x => new { x.Situation, x.Bank },
                        principalTable: "eva_banks",
                        principalColumns: new[] { "Situation", "Version" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_eva_runs_Situation_StartedAt",
                table: "eva_runs",
                columns: new[] { "Situation", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_eva_bank_drafts_At",
                table: "eva_bank_drafts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_eva_bank_versions_Situation_Bank",
                table: "eva_bank_versions",
                columns: new[] { "Situation", "Bank" });

            migrationBuilder.CreateIndex(
                name: "IX_eva_bank_versions_Situation_Number",
                table: "eva_bank_versions",
                columns: new[] { "Situation", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "eva_bank_drafts");

            migrationBuilder.DropTable(
                name: "eva_bank_versions");

            migrationBuilder.DropTable(
                name: "eva_banks");

            migrationBuilder.DropIndex(
                name: "IX_eva_runs_Situation_StartedAt",
                table: "eva_runs");
        }
    }
}
